import { blank, faultsOfRecord, isBlank, type Addressee, type DocumentRecord, type ItemOnPaper } from '../document-record.js';
import { chineseDate, itemNames } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/** 中止办理通知书: since when and why nothing is done, and whether the limit runs on meanwhile. */
export interface SuspensionNoticeRecord extends DocumentRecord {
  addressee: Addressee;
  items: ItemOnPaper[];
  ground: string;
  reason: string;
  from: string;
  /** The special act of the item takes the time out of its limit. */
  clockStops: boolean;
  officer: string;
  phone: string;
}

export const suspensionNotice: DocumentTemplate<SuspensionNoticeRecord> = {
  version: 1,
  style: 'form',
  title: () => '中止办理通知书',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { items: '缺少事项', ground: '缺少中止事由', reason: '缺少具体原因', officer: '缺少承办人', phone: '缺少联系电话' }),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少申请人名称' } : {}),
  }),
  compose(sheet, record) {
    sheet.formHead('中止办理通知书');
    sheet.addressee(record.addressee.name);
    sheet.paragraph(`你单位（个人）申请的${itemNames(record.items)}（办件编号：${record.caseNumber ?? '—'}），因${record.ground}（${record.reason.replace(/[。；]$/, '')}），自${chineseDate(record.from)}起中止办理。中止的原因消除后，本机关将恢复办理并通知你单位（个人）。`);
    sheet.paragraph(record.clockStops ? '依照该事项的专门规定，争议处理期间不计入办理期限。' : '《中华人民共和国行政许可法》没有规定此种中止不计入期限，法定办理期限继续计算。');
    sheet.closeWith(`特此通知。承办人：${record.officer}，联系电话：${record.phone}。`);
  },
};
