import { blank, faultsOfRecord, faultsOfRemedies, isBlank, isPlainDate, type Addressee, type DocumentRecord, type ItemOnPaper, type Norm, type Remedies } from '../document-record.js';
import { chineseDate, itemNames, remedyClause, sentence } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/** 不予行政许可决定书: a refusal must give its reasons and tell the right of reconsideration and suit (许可法 38(2)); without them it is not issued (T15). */
export interface RefusalRecord extends DocumentRecord {
  addressee: Addressee;
  items: ItemOnPaper[];
  acceptedOn: string;
  facts?: string;
  /** Why the permit is refused, point by point. */
  reasons: string[];
  basis: Norm[];
  remedies: Remedies;
}

export const refusal: DocumentTemplate<RefusalRecord> = {
  version: 1,
  style: 'letter',
  title: () => '不予行政许可决定书',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { items: '缺少不予许可的事项', basis: '缺少不予许可的依据' }),
    ...(isBlank(record.reasons) || record.reasons.every(isBlank) ? { reasons: '缺少不予许可的理由' } : {}),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少申请人名称' } : {}),
    ...(isPlainDate(record.acceptedOn) ? {} : { acceptedOn: '缺少受理日期' }),
    ...(record.acceptedOn > record.issuedOn ? { issuedOn: '成文日期不能早于受理日期' } : {}),
    ...faultsOfRemedies(record.remedies),
  }),
  compose(sheet, record) {
    sheet.letterHead('不予行政许可决定书');
    sheet.addressee(record.addressee.name);
    const project = record.projectName ? `就“${record.projectName}”${record.projectCode ? `（项目代码：${record.projectCode}）` : ''}` : '';
    sheet.paragraph(`你单位（个人）${project}提出的${itemNames(record.items)}申请，本机关已于${chineseDate(record.acceptedOn)}受理（办件编号：${record.caseNumber ?? '—'}）。`);
    if (!isBlank(record.facts)) sheet.paragraph(`经审查查明：${sentence(record.facts!)}`);
    sheet.heading('一、不予许可的理由');
    const reasons = record.reasons.filter((reason) => !isBlank(reason));
    reasons.forEach((reason, index) => sheet.paragraph(`${reasons.length > 1 ? `${index + 1}.` : ''}${sentence(reason)}`));
    sheet.heading('二、决定');
    sheet.paragraph(`依照《中华人民共和国行政许可法》第三十八条第二款和${record.basis.join('、')}的规定，决定不予行政许可。`);
    sheet.heading('三、救济途径');
    sheet.closeWith(remedyClause(record.remedies));
  },
};
