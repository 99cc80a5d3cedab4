import { blank, faultsOfRecord, isBlank, isPlainDate, type Addressee, type DocumentRecord, type ItemOnPaper } from '../document-record.js';
import { chineseDate, dueDateOnPaper, itemNames, sentence } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/**
 * 行政许可听证告知书 tells the right to a hearing and until when it may be asked for (许可法 47); 听证通知书 tells time, place and chair at
 * least seven working days before (48).
 */
export interface HearingNoticeRecord extends DocumentRecord {
  stage: 'right' | 'time';
  addressee: Addressee;
  items: ItemOnPaper[];
  reason: string;
  /** For the right: last day to ask for the hearing. */
  requestUntil?: string | null;
  /** For time and place. */
  heldOn?: string;
  place?: string;
  chair?: string;
  officer: string;
  phone: string;
}

export const hearingNotice: DocumentTemplate<HearingNoticeRecord> = {
  version: 1,
  style: 'form',
  title: (record) => (record.stage === 'right' ? '行政许可听证告知书' : '行政许可听证通知书'),
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { items: '缺少事项', reason: '缺少听证的事由', officer: '缺少承办人', phone: '缺少联系电话' }),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少当事人名称' } : {}),
    ...(record.stage === 'time' ? blank(record, { place: '缺少听证地点', chair: '缺少听证主持人' }) : {}),
    ...(record.stage === 'time' && !isPlainDate(record.heldOn) ? { heldOn: '缺少听证日期' } : {}),
    ...(record.stage === 'right' && record.requestUntil === undefined ? { requestUntil: '缺少要求听证的期限' } : {}),
  }),
  compose(sheet, record) {
    sheet.formHead(hearingNotice.title(record));
    sheet.addressee(record.addressee.name);
    const about = `${itemNames(record.items)}（办件编号：${record.caseNumber ?? '—'}）`;
    if (record.stage === 'right') {
      sheet.paragraph(`本机关正在审查${about}。${sentence(record.reason)}该行政许可直接涉及你单位（个人）与他人之间的重大利益关系。`);
      sheet.paragraph(`依照《中华人民共和国行政许可法》第四十七条的规定，你单位（个人）有权要求听证。要求听证的，应当在被告知之日起五个工作日内（至${dueDateOnPaper(record.requestUntil ?? null)}）向本机关提出；不承担组织听证的费用。`);
    } else {
      sheet.paragraph(`就${about}，本机关决定于${chineseDate(record.heldOn as string)}在${record.place}公开举行听证，由${record.chair}主持。${sentence(record.reason)}`);
      sheet.paragraph('依照《中华人民共和国行政许可法》第四十八条的规定，你单位（个人）可以申请主持人回避，可以在听证中提出证据，进行申辩和质证；本机关根据听证笔录作出决定。');
    }
    sheet.closeWith(`特此告知。承办人：${record.officer}，联系电话：${record.phone}。`);
  },
};
