import { blank, faultsOfRecord, isBlank, isPlainDate, type Addressee, type DocumentRecord, type ItemOnPaper } from '../document-record.js';
import { centred } from '../layout/table.js';
import { chineseDate, dueDateOnPaper, itemNames } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/** 收件凭证: what was received, by whom and when. It starts the window for the correction notice (A6, A9) and is not an acceptance. */
export interface ReceiptListRecord extends DocumentRecord {
  addressee: Addressee;
  items: ItemOnPaper[];
  receivedOn: string;
  materials: ReceivedMaterial[];
  /** Last day for a correction notice; null when the item has no such window or the year is unpublished. */
  correctionNoticeBy?: string | null;
  receivedBy: string;
  phone: string;
}

export interface ReceivedMaterial {
  name: string;
  form: 'original' | 'copy' | 'electronic' | 'shared' | 'deferred';
  copies?: number;
  note?: string;
}

const forms: Record<ReceivedMaterial['form'], string> = { original: '原件', copy: '复印件', electronic: '电子件', shared: '数据共享', deferred: '容缺后补' };

export const receiptList: DocumentTemplate<ReceiptListRecord> = {
  version: 1,
  style: 'form',
  title: () => '申请材料收件凭证',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { items: '缺少申请的事项', materials: '缺少材料清单', receivedBy: '缺少收件人', phone: '缺少联系电话' }),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少申请人名称' } : {}),
    ...(isPlainDate(record.receivedOn) ? {} : { receivedOn: '缺少收件日期' }),
  }),
  compose(sheet, record) {
    sheet.formHead('申请材料收件凭证');
    sheet.addressee(record.addressee.name);
    sheet.paragraph(`本机关于${chineseDate(record.receivedOn)}收到你单位（个人）关于${itemNames(record.items)}的下列申请材料（办件编号：${record.caseNumber ?? '—'}）：`);
    sheet.table({
      columns: [6, 34, 10, 6, 14],
      head: ['序号', '材料名称', '形式', '份数', '备注'],
      rows: record.materials.map((material, index) => [centred(String(index + 1)), material.name, centred(forms[material.form]), centred(String(material.copies ?? 1)), material.note ?? '']),
    });
    if (record.correctionNoticeBy !== undefined) {
      sheet.paragraph(`材料不齐全或者不符合法定形式的，本机关将于${dueDateOnPaper(record.correctionNoticeBy)}前一次告知需要补正的全部内容；逾期不告知的，自收到申请材料之日起即为受理。`);
    }
    sheet.closeWith(`本凭证仅证明收到上述材料，不代表已受理。收件人：${record.receivedBy}，联系电话：${record.phone}。`);
  },
};
