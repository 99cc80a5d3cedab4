import { blank, faultsOfRecord, isBlank, isPlainDate, type Addressee, type DocumentRecord } from '../document-record.js';
import { centred, label, wide } from '../layout/table.js';
import { chineseDate } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/** 送达回证: which documents reached whom, how, where and when; the signature, or why it was refused and who witnessed (民诉法 87-92 by analogy; R6). */
export interface DeliveryReceiptRecord extends DocumentRecord {
  recipient: Addressee;
  documents: { title: string; number: string }[];
  /** Electronic service needs the consent of the recipient (民诉法 90). */
  way: 'direct' | 'electronic' | 'mail' | 'left' | 'public';
  place: string;
  deliveredOn: string;
  deliveredBy: string[];
  receivedBy?: string;
  /** Relation of the receiver to the addressee, e.g. 法定代表人, 代收人. */
  relation?: string;
  receivedOn?: string;
  electronicConsent?: boolean;
  refusal?: { reason: string; witnesses: string[] };
  remark?: string;
}

const ways: Record<DeliveryReceiptRecord['way'], string> = { direct: '直接送达', electronic: '电子送达', mail: '邮寄送达', left: '留置送达', public: '公告送达' };

export const deliveryReceipt: DocumentTemplate<DeliveryReceiptRecord> = {
  version: 1,
  style: 'form',
  title: () => '送达回证',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { documents: '缺少送达的文书', place: '缺少送达地点', deliveredBy: '缺少送达人' }),
    ...(isBlank(record.recipient?.name) ? { 'recipient.name': '缺少受送达人' } : {}),
    ...(isPlainDate(record.deliveredOn) ? {} : { deliveredOn: '缺少送达日期' }),
    ...(record.way in ways ? {} : { way: '缺少送达方式' }),
    ...(record.way === 'electronic' && record.electronicConsent !== true ? { electronicConsent: '电子送达须经受送达人同意' } : {}),
    ...(record.way === 'left' && (isBlank(record.refusal?.reason) || isBlank(record.refusal?.witnesses)) ? { refusal: '留置送达须记明拒收事由和见证人' } : {}),
  }),
  compose(sheet, record) {
    sheet.formHead('送达回证');
    sheet.table({
      columns: [15, 17, 15, 17],
      minimum: 30,
      rows: [
        [label('案（项目）名'), wide(record.projectName ?? record.caseNumber ?? '—', 3)],
        [label('受送达人'), record.recipient.name, label('办件编号'), record.caseNumber ?? '—'],
        [label('送达文书名称及文号'), wide(record.documents.map((document) => `《${document.title}》${document.number}`).join('\n'), 3)],
        [label('送达方式'), centred(ways[record.way]), label('送达地点'), record.place],
        [label('送达人'), centred(record.deliveredBy.join('、')), label('送达日期'), centred(chineseDate(record.deliveredOn))],
        [label('收件人签名'), centred(record.receivedBy ?? ''), label('与受送达人关系'), centred(record.relation ?? '')],
        [label('收到日期'), centred(record.receivedOn ? chineseDate(record.receivedOn) : ''), label('电子送达确认'), centred(record.electronicConsent ? '受送达人已同意' : '—')],
        [label('拒收事由'), wide(record.refusal?.reason ?? '无', 3)],
        [label('见证人'), wide(record.refusal?.witnesses.join('、') ?? '无', 3)],
        [label('备注'), wide(record.remark ?? '', 3)],
      ],
    });
    sheet.smallPrint('填写说明：送达日期以受送达人签收日期为准；邮寄送达以回执载明的收件日期为准；电子送达以到达受送达人特定系统的日期为准。');
    sheet.closeWith(null);
  },
};
