import { blank, faultsOfRecord, isBlank, isPlainDate, type Addressee, type DocumentRecord, type ItemOnPaper, type Norm } from '../document-record.js';
import { chineseDate, dueDateOnPaper, itemNames, sentence } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/** The eight procedures of 许可法 45 whose time is not counted. */
export type SpecialProcedure = 'hearing' | 'tender' | 'auction' | 'inspection' | 'testing' | 'quarantine' | 'appraisal' | 'expertReview';

const procedures: Record<SpecialProcedure, string> = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  expertReview: '专家评审',
};

const isKnown = (procedure: string): procedure is SpecialProcedure => Object.hasOwn(procedures, procedure);

/** 特别程序告知书: the time of these procedures is left out of the limit only if it was told in writing (许可法 45; B4). */
export interface SpecialProcedureNoticeRecord extends DocumentRecord {
  addressee: Addressee;
  items: ItemOnPaper[];
  /** One of the eight of art. 45, or a procedure of a special act, which then has a name and a norm. */
  procedure: SpecialProcedure | (string & {});
  procedureName?: string;
  reason: string;
  /** First day of the procedure. */
  from: string;
  /** Time needed, as printed: working days and the expected last day. */
  workdays: number;
  expectedEnd: string | null;
  norm?: Norm;
  officer: string;
  phone: string;
}

export const specialProcedureNotice: DocumentTemplate<SpecialProcedureNoticeRecord> = {
  version: 1,
  style: 'form',
  title: () => '特别程序告知书',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { items: '缺少事项', reason: '缺少启动特别程序的理由', officer: '缺少承办人', phone: '缺少联系电话' }),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少申请人名称' } : {}),
    ...(isKnown(record.procedure) || (!isBlank(record.procedureName) && !isBlank(record.norm)) ? {} : { procedure: '应为行政许可法第四十五条规定的程序之一' }),
    ...(isPlainDate(record.from) ? {} : { from: '缺少开始日期' }),
    ...(Number.isInteger(record.workdays) && record.workdays > 0 ? {} : { workdays: '缺少所需时间' }),
  }),
  compose(sheet, record) {
    const procedure = isKnown(record.procedure) ? procedures[record.procedure] : (record.procedureName as string);
    sheet.formHead('特别程序告知书');
    sheet.addressee(record.addressee.name);
    sheet.paragraph(`你单位（个人）申请的${itemNames(record.items)}（办件编号：${record.caseNumber ?? '—'}），依法需要进行${procedure}。理由：${sentence(record.reason)}`);
    const norms = [...(isKnown(record.procedure) ? ['《中华人民共和国行政许可法》第四十五条'] : []), ...(record.norm ? [record.norm] : [])].join('和');
    sheet.paragraph(`依照${norms}的规定，${procedure}自${chineseDate(record.from)}开始，所需时间为${record.workdays}个工作日，预计至${dueDateOnPaper(record.expectedEnd)}结束。上述时间不计算在办理期限内，${procedure}结束后办理期限继续计算。`);
    sheet.closeWith(`特此告知。承办人：${record.officer}，联系电话：${record.phone}。`);
  },
};
