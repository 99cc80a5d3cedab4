import { blank, faultsOfRecord, isBlank, isPlainDate, type Addressee, type DocumentRecord, type ItemOnPaper, type Norm } from '../document-record.js';
import { centred } from '../layout/table.js';
import { chineseDate, dueDateOnPaper } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/**
 * 受理通知书: the dated written voucher with the special seal that the authority must give when it accepts (许可法 32, last paragraph; A8).
 * It names the limit and the due date by the calendar in force on the day of issue; a due date that cannot be known is `null`, never guessed.
 */
export interface AcceptanceNoticeRecord extends DocumentRecord {
  addressee: Addressee;
  /** Day of receipt and of acceptance; they differ only after a correction (A6, A7). */
  receivedOn: string;
  acceptedOn: string;
  items: AcceptedItem[];
  /** Promised clock of the whole project or stage, if the case counts into it. */
  projectLimit?: { workdays: number; due: string | null };
  /** Accepted by law because no correction notice went out in time (A6). */
  deemed?: boolean;
  officer: string;
  phone: string;
  progressUrl?: string;
}

export interface AcceptedItem extends ItemOnPaper {
  /** Legal limit in working days and the article it comes from. */
  statutoryWorkdays?: number;
  /** Promised limit in working days, never longer than the legal one (B20). */
  promisedWorkdays?: number;
  due: string | null;
  norm?: Norm;
}

export const acceptanceNotice: DocumentTemplate<AcceptanceNoticeRecord> = {
  version: 1,
  style: 'form',
  title: () => '受理通知书',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { items: '缺少受理的事项', officer: '缺少承办人', phone: '缺少联系电话' }),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少申请人名称' } : {}),
    ...(isPlainDate(record.acceptedOn) ? {} : { acceptedOn: '缺少受理日期' }),
    ...(record.acceptedOn > record.issuedOn ? { issuedOn: '成文日期不能早于受理日期' } : {}),
    ...(isPlainDate(record.receivedOn) ? {} : { receivedOn: '缺少收到申请的日期' }),
  }),
  compose(sheet, record) {
    sheet.formHead('受理通知书');
    sheet.addressee(record.addressee.name);
    const project = record.projectName ? `就“${record.projectName}”${record.projectCode ? `（项目代码：${record.projectCode}）` : ''}` : '';
    const basis = record.deemed
      ? '本机关未在法定期限内一次告知需要补正的全部内容，依照《中华人民共和国行政许可法》第三十二条第一款第（四）项的规定，自收到申请材料之日起即为受理'
      : '申请事项属于本机关职权范围，申请材料齐全、符合法定形式，依照《中华人民共和国行政许可法》第三十二条第一款第（五）项的规定，决定予以受理';
    sheet.paragraph(`你单位（个人）于${chineseDate(record.receivedOn)}${project}提出的申请收悉。经审查，${basis}。受理日期为${chineseDate(record.acceptedOn)}。受理事项及办理期限如下：`);
    sheet.table({
      columns: [6, 26, 11, 11, 14],
      head: ['序号', '事项', '法定期限', '承诺期限', '办结期限至'],
      rows: record.items.map((item, index) => [
        centred(String(index + 1)),
        item.norm ? `${item.name}\n依据：${item.norm}` : item.name,
        centred(workdays(item.statutoryWorkdays)),
        centred(workdays(item.promisedWorkdays)),
        centred(dueDateOnPaper(item.due)),
      ]),
    });
    const whole = record.projectLimit ? `本项目全流程审批承诺时限为${record.projectLimit.workdays}个工作日，预计办结期限至${dueDateOnPaper(record.projectLimit.due)}。` : '';
    sheet.paragraph(`${whole}依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在上述期限内，本机关将把所需时间书面告知你单位（个人）。`);
    const progress = record.progressUrl ? `办理进度可登录${record.progressUrl}查询。` : '';
    sheet.closeWith(`特此通知。办件编号：${record.caseNumber ?? '—'}。承办人：${record.officer}，联系电话：${record.phone}。${progress}`);
  },
};

function workdays(count: number | undefined): string {
  return count === undefined ? '—' : `${count}个工作日`;
}
