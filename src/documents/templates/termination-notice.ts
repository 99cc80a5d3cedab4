import { blank, faultsOfRecord, faultsOfRemedies, isBlank, type Addressee, type DocumentRecord, type ItemOnPaper, type Norm, type Remedies } from '../document-record.js';
import { chineseDate, itemNames, remedyClause, sentence } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/** 终止办理通知书: the procedure ends without a decision on the matter; ground, facts, norm and remedies. */
export interface TerminationNoticeRecord extends DocumentRecord {
  addressee: Addressee;
  items: ItemOnPaper[];
  acceptedOn: string | null;
  ground: string;
  reasons: string;
  basis: Norm;
  remedies: Remedies;
}

export const terminationNotice: DocumentTemplate<TerminationNoticeRecord> = {
  version: 1,
  style: 'letter',
  title: () => '终止办理通知书',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { items: '缺少事项', ground: '缺少终止事由', reasons: '缺少事实和理由', basis: '缺少依据' }),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少申请人名称' } : {}),
    ...faultsOfRemedies(record.remedies),
  }),
  compose(sheet, record) {
    sheet.letterHead('终止办理通知书');
    sheet.addressee(record.addressee.name);
    sheet.paragraph(`你单位（个人）申请的${itemNames(record.items)}（办件编号：${record.caseNumber ?? '—'}）${record.acceptedOn ? `，本机关已于${chineseDate(record.acceptedOn)}受理` : ''}。`);
    sheet.heading('一、事实和理由');
    sheet.paragraph(`${sentence(record.ground)}${sentence(record.reasons)}`);
    sheet.heading('二、处理');
    sheet.paragraph(`依照${record.basis}的规定，决定终止办理上述申请，不再作出是否准予许可的决定。情形变化后，你单位（个人）可以重新提出申请。`);
    sheet.heading('三、救济途径');
    sheet.closeWith(remedyClause(record.remedies));
  },
};
