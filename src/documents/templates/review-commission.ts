import { blank, faultsOfRecord, isBlank, isPlainDate, type DocumentRecord, type ItemOnPaper, type Norm } from '../document-record.js';
import { centred } from '../layout/table.js';
import { dueDateOnPaper, sentence } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/**
 * 委托评审函: one commission serves every item of the stage that needs experts (一次委托评审). It tells the scope, the papers, the due date, that the
 * authority pays, and the duty to stay away from conflicts of interest.
 */
export interface ReviewCommissionRecord extends DocumentRecord {
  /** Reviewing agency 评审机构. */
  agency: { name: string; contact?: string };
  applicantName: string;
  items: ItemOnPaper[];
  /** What is to be judged. */
  scope: string[];
  materials: { name: string; copies?: number; note?: string }[];
  /** Day on which the report is due; null when it falls into an unpublished year. */
  reportDue: string | null;
  workdays: number;
  /** Who pays; by 许可法 58 and 优化营商环境条例 the authority, not the applicant. */
  feePayer: string;
  norm?: Norm;
  officer: string;
  phone: string;
}

export const reviewCommission: DocumentTemplate<ReviewCommissionRecord> = {
  version: 1,
  style: 'letter',
  title: (record) => `关于委托开展${record.projectName ? `“${record.projectName}”` : '申请事项'}技术评审的函`,
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { applicantName: '缺少申请人名称', items: '缺少需要评审的事项', scope: '缺少评审内容', feePayer: '缺少费用承担方', officer: '缺少联系人', phone: '缺少联系电话' }),
    ...(isBlank(record.agency?.name) ? { 'agency.name': '缺少评审机构' } : {}),
    ...(Number.isInteger(record.workdays) && record.workdays > 0 ? {} : { workdays: '缺少评审期限' }),
    ...(record.reportDue === null || isPlainDate(record.reportDue) ? {} : { reportDue: '评审完成日期应为 yyyy-mm-dd' }),
  }),
  compose(sheet, record) {
    sheet.letterHead(reviewCommission.title(record));
    sheet.addressee(record.agency.name);
    const code = record.projectCode ? `（项目代码：${record.projectCode}）` : '';
    const norm = record.norm ? `依照${record.norm}，` : '';
    sheet.paragraph(`${record.applicantName}申请办理“${record.projectName ?? '申请项目'}”${code}相关审批事项。${norm}按照“一次委托评审”的要求，现委托你单位对下列事项合并开展一次技术评审，评审结论供各相关事项共同使用：`);
    record.items.forEach((item, index) => sheet.paragraph(`${index + 1}.${item.name}${item.code ? `（${item.code}）` : ''}`));
    sheet.heading('一、评审内容');
    record.scope.forEach((point, index) => sheet.paragraph(`${record.scope.length > 1 ? `${index + 1}.` : ''}${sentence(point)}`));
    sheet.heading('二、评审期限');
    sheet.paragraph(`请自收到本函及材料之日起${record.workdays}个工作日内出具评审报告，完成期限至${dueDateOnPaper(record.reportDue)}。评审报告应当载明专家意见和“通过”“修改后通过”“不通过”之一的结论，并由评审专家签名。`);
    sheet.heading('三、费用与回避');
    sheet.paragraph(`评审费用由${record.feePayer}承担，不得向申请人收取任何费用。评审机构和评审专家与申请人、项目有利害关系的，应当主动回避。`);
    sheet.heading('四、联系方式');
    sheet.paragraph(`联系人：${record.officer}，联系电话：${record.phone}。${record.agency.contact ? `评审机构联系人：${record.agency.contact}。` : ''}`);
    if (record.materials.length > 0) {
      sheet.paragraph('随函移送材料清单：');
      sheet.table({
        columns: [6, 36, 8, 16],
        head: ['序号', '材料名称', '份数', '备注'],
        rows: record.materials.map((material, index) => [centred(String(index + 1)), material.name, centred(String(material.copies ?? 1)), material.note ?? '']),
      });
    }
    sheet.closeWith('请予支持。此函。');
  },
};
