import type { Condition } from '../condition.js';
import { Choice } from '../fields/choice.js';
import { Texts } from '../fields/list-of.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';

const refusesToSign: Condition = { field: './result', equals: 'left' };
const byPost: Condition = { field: './method', equals: 'courier' };

/** 送达. What the delivery receipt 送达回证 says; leaving the paper with a refusing recipient needs two witnesses (民诉法 art. 89). */
export class Delivery {
  @Choice({
    zh: '送达方式',
    en: 'Way of delivery',
    options: [
      { value: 'electronic', zh: '电子送达', en: 'Electronic' },
      { value: 'counter', zh: '窗口领取', en: 'Collected at the window' },
      { value: 'courier', zh: '邮寄送达', en: 'By post' },
      { value: 'public', zh: '公告送达', en: 'By public notice' },
    ],
    required: true,
  })
  method?: string;

  @Choice({
    zh: '送达结果',
    en: 'Result',
    options: [
      { value: 'received', zh: '已签收', en: 'Received' },
      { value: 'left', zh: '拒收，留置送达', en: 'Refused, left with the recipient' },
    ],
    required: true,
  })
  result?: string;

  @PlainDate({ zh: '送达日期', en: 'Day of delivery', required: true })
  deliveredOn?: string;

  @Text({ zh: '受送达人', en: 'Recipient', max: 200, required: true })
  recipient?: string;

  @Text({ zh: '邮寄单号', en: 'Parcel number', max: 50, showWhen: byPost, required: byPost })
  parcelNumber?: string;

  @Text({ zh: '拒收理由', en: 'Reason for refusing', max: 500, showWhen: refusesToSign, required: refusesToSign })
  refusalReason?: string;

  @Texts({ zh: '见证人', en: 'Witnesses', min: 2, max: 5, maxLength: 50, showWhen: refusesToSign, required: refusesToSign })
  witnesses?: string[];
}
