import { blank, faultsOfRecord, isBlank, isPlainDate, type Addressee, type DocumentRecord, type ItemOnPaper, type Norm } from '../document-record.js';
import { chineseDate, dueDateOnPaper, itemNames } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/** 延长审查期限告知书: the reason, the head who approved and the new date, sent before the old one (许可法 42; B1, B2). */
export interface ExtensionNoticeRecord extends DocumentRecord {
  addressee: Addressee;
  items: ItemOnPaper[];
  acceptedOn: string;
  reason: string;
  /** Working days added. */
  workdays: number;
  /** Who approved, as printed, e.g. 本机关负责人 or 呼和浩特市人民政府负责人. */
  approvedBy: string;
  approvedOn: string;
  oldDue: string | null;
  newDue: string | null;
  norm?: Norm;
  officer: string;
  phone: string;
}

export const extensionNotice: DocumentTemplate<ExtensionNoticeRecord> = {
  version: 1,
  style: 'form',
  title: () => '延长审查期限告知书',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { items: '缺少事项', reason: '缺少延长期限的理由', approvedBy: '缺少批准延期的负责人', officer: '缺少承办人', phone: '缺少联系电话' }),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少申请人名称' } : {}),
    ...(isPlainDate(record.acceptedOn) ? {} : { acceptedOn: '缺少受理日期' }),
    ...(isPlainDate(record.approvedOn) ? {} : { approvedOn: '缺少批准日期' }),
    ...(Number.isInteger(record.workdays) && record.workdays > 0 ? {} : { workdays: '缺少延长的工作日数' }),
    ...(isPlainDate(record.oldDue) && record.issuedOn > record.oldDue ? { issuedOn: '延期告知应当在原期限届满前作出' } : {}),
  }),
  compose(sheet, record) {
    sheet.formHead('延长审查期限告知书');
    sheet.addressee(record.addressee.name);
    sheet.paragraph(`你单位（个人）申请的${itemNames(record.items)}（办件编号：${record.caseNumber ?? '—'}），本机关已于${chineseDate(record.acceptedOn)}受理，原办理期限至${dueDateOnPaper(record.oldDue)}。`);
    sheet.paragraph(`因${record.reason.replace(/^因/, '').replace(/[。；]$/, '')}，不能在原期限内作出决定。依照${record.norm ?? '《中华人民共和国行政许可法》第四十二条第一款'}的规定，经${record.approvedBy}于${chineseDate(record.approvedOn)}批准，办理期限延长${record.workdays}个工作日，至${dueDateOnPaper(record.newDue)}。`);
    sheet.closeWith(`特此告知。承办人：${record.officer}，联系电话：${record.phone}。`);
  },
};
