import { blank, faultsOfRecord, isBlank, type Addressee, type DocumentRecord, type ItemOnPaper } from '../document-record.js';
import { itemNames, sentence } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/** 利害关系人告知书: what is applied for, how it touches the addressee, and until when he may state his view (许可法 36) or ask for a hearing (47). */
export interface ThirdPartyNoticeRecord extends DocumentRecord {
  addressee: Addressee;
  /** Who applies. */
  applicant: string;
  items: ItemOnPaper[];
  interest: string;
  /** Counted from service. */
  statementWorkdays: number;
  hearingRight: boolean;
  officer: string;
  phone: string;
}

export const thirdPartyNotice: DocumentTemplate<ThirdPartyNoticeRecord> = {
  version: 1,
  style: 'form',
  title: () => '行政许可利害关系人告知书',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { items: '缺少事项', applicant: '缺少申请人名称', interest: '缺少涉及的重大利益', officer: '缺少承办人', phone: '缺少联系电话' }),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少利害关系人姓名或者名称' } : {}),
    ...(Number.isInteger(record.statementWorkdays) && record.statementWorkdays > 0 ? {} : { statementWorkdays: '缺少陈述申辩的期限' }),
  }),
  compose(sheet, record) {
    sheet.formHead(thirdPartyNotice.title(record));
    sheet.addressee(record.addressee.name);
    sheet.paragraph(`${record.applicant}就${itemNames(record.items)}向本机关提出申请（办件编号：${record.caseNumber ?? '—'}），本机关正在审查。经审查，该行政许可事项直接关系你（单位）的重大利益：${sentence(record.interest)}`);
    sheet.paragraph(`依照《中华人民共和国行政许可法》第三十六条的规定，你（单位）有权进行陈述和申辩，请自收到本告知书之日起${record.statementWorkdays}个工作日内提出；逾期不提出的，视为放弃，不影响本机关依法作出决定。`);
    if (record.hearingRight) sheet.paragraph('依照《中华人民共和国行政许可法》第四十七条的规定，你（单位）有权要求听证，应当自收到本告知书之日起五个工作日内向本机关提出；不承担组织听证的费用。');
    sheet.closeWith(`特此告知。承办人：${record.officer}，联系电话：${record.phone}。`);
  },
};
