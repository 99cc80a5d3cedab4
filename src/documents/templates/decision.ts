import { blank, faultsOfRecord, faultsOfRemedies, isBlank, isPlainDate, type Addressee, type DocumentRecord, type ItemOnPaper, type Norm, type Remedies } from '../document-record.js';
import { chineseDate, itemNames, remedyClause, sentence } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/**
 * 准予行政许可决定书: the written decision (许可法 38(1)) with facts, basis, content, validity and conditions; certificates follow within ten working
 * days (44). The remedy clause also serves third parties whose interests are touched (36).
 */
export interface DecisionRecord extends DocumentRecord {
  addressee: Addressee;
  items: ItemOnPaper[];
  receivedOn?: string;
  acceptedOn: string;
  /** Facts found in the examination. */
  facts: string;
  /** Norms on which the decision rests. */
  basis: Norm[];
  /** What is permitted. */
  content: string;
  /** Term of validity as printed, e.g. 自2026年7月10日起二年. */
  validity?: string;
  conditions?: string[];
  remedies: Remedies;
}

export const decision: DocumentTemplate<DecisionRecord> = {
  version: 1,
  style: 'letter',
  title: () => '准予行政许可决定书',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { items: '缺少许可的事项', facts: '缺少审查认定的事实', basis: '缺少许可依据', content: '缺少许可内容' }),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少申请人名称' } : {}),
    ...(isPlainDate(record.acceptedOn) ? {} : { acceptedOn: '缺少受理日期' }),
    ...(record.acceptedOn > record.issuedOn ? { issuedOn: '成文日期不能早于受理日期' } : {}),
    ...faultsOfRemedies(record.remedies),
  }),
  compose(sheet, record) {
    sheet.letterHead('准予行政许可决定书');
    sheet.addressee(record.addressee.name);
    const id = record.addressee.idNumber ? `（${record.addressee.idNumber}）` : '';
    const project = record.projectName ? `就“${record.projectName}”${record.projectCode ? `（项目代码：${record.projectCode}）` : ''}` : '';
    sheet.paragraph(`你单位（个人）${id}${project}提出的${itemNames(record.items)}申请，本机关已于${chineseDate(record.acceptedOn)}受理（办件编号：${record.caseNumber ?? '—'}）。`);
    sheet.heading('一、审查情况');
    sheet.paragraph(sentence(record.facts));
    sheet.heading('二、决定');
    sheet.paragraph(`依照《中华人民共和国行政许可法》第三十八条第一款和${record.basis.join('、')}的规定，决定准予行政许可：${sentence(record.content)}`);
    if (record.validity) sheet.paragraph(`有效期：${sentence(record.validity)}`);
    if (record.conditions && record.conditions.length > 0) {
      sheet.heading('三、应当遵守的条件');
      record.conditions.forEach((condition, index) => sheet.paragraph(`${index + 1}.${sentence(condition)}`));
    }
    sheet.paragraph('依法应当颁发许可证件的，本机关自作出本决定之日起十个工作日内向你单位（个人）颁发、送达。被许可人应当在许可范围内从事活动，并接受监督检查。');
    sheet.closeWith(remedyClause(record.remedies));
  },
};
