import { faultsOfRecord, faultsOfRemedies, isBlank, isPlainDate, type Addressee, type DocumentRecord, type ItemOnPaper, type Remedies } from '../document-record.js';
import { chineseDate, itemNames, remedyClause, sentence } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/**
 * 不受理告知书 when no permit is needed (许可法 32(1)), 不予受理决定书 when the body is not competent (32(2), with the right authority) or the
 * corrections were not made. Both dated, with the special seal (32, last paragraph); the decision tells the remedies.
 */
export interface NotAcceptedRecord extends DocumentRecord {
  ground: 'noPermitNeeded' | 'notCompetent' | 'notCorrected';
  addressee: Addressee;
  receivedOn: string;
  items: ItemOnPaper[];
  /** Facts and reasons. */
  reasons: string;
  /** The authority to turn to; demanded when `ground` is `notCompetent` (A4, T10). */
  rightAuthority?: string;
  /** Demanded unless no permit is needed. */
  remedies?: Remedies;
}

export const notAccepted: DocumentTemplate<NotAcceptedRecord> = {
  version: 1,
  style: 'form',
  title: (record) => (record.ground === 'noPermitNeeded' ? '不受理告知书' : '不予受理决定书'),
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少申请人名称' } : {}),
    ...(isPlainDate(record.receivedOn) ? {} : { receivedOn: '缺少收到申请的日期' }),
    ...(isBlank(record.items) ? { items: '缺少申请的事项' } : {}),
    ...(isBlank(record.reasons) ? { reasons: '缺少不予受理的理由' } : {}),
    ...(['noPermitNeeded', 'notCompetent', 'notCorrected'].includes(record.ground) ? {} : { ground: '缺少不予受理的情形' }),
    ...(record.ground === 'notCompetent' && isBlank(record.rightAuthority) ? { rightAuthority: '缺少有权办理的行政机关' } : {}),
    ...(record.ground === 'noPermitNeeded' ? {} : faultsOfRemedies(record.remedies)),
  }),
  compose(sheet, record) {
    sheet.formHead(notAccepted.title(record));
    sheet.addressee(record.addressee.name);
    sheet.paragraph(`你单位（个人）于${chineseDate(record.receivedOn)}向本机关提出${itemNames(record.items)}的申请（办件编号：${record.caseNumber ?? '—'}）。经审查：`);
    sheet.paragraph(sentence(record.reasons));
    sheet.paragraph(groundSentence(record));
    sheet.closeWith(record.remedies ? remedyClause(record.remedies) : '特此告知。');
  },
};

function groundSentence(record: NotAcceptedRecord): string {
  switch (record.ground) {
    case 'noPermitNeeded':
      return '上述事项依法不需要取得行政许可。依照《中华人民共和国行政许可法》第三十二条第一款第（一）项的规定，现告知你单位（个人）不受理该申请。';
    case 'notCompetent':
      return `上述事项依法不属于本机关职权范围。依照《中华人民共和国行政许可法》第三十二条第一款第（二）项的规定，本机关决定不予受理。请向${record.rightAuthority}提出申请。`;
    case 'notCorrected':
      return '经一次性告知后，申请材料仍不齐全或者不符合法定形式。依照《中华人民共和国行政许可法》第三十二条的规定，本机关决定不予受理。材料齐备后可以重新提出申请。';
  }
}
