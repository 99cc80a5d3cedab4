import { Choice } from '../fields/choice.js';
import { Texts } from '../fields/list-of.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';

/** 委托评审. One commission for all items that need experts; the authority pays (优化营商环境条例 art. 43). */
export class ReviewCommission {
  @Text({ zh: '评审机构', en: 'Reviewing body', max: 200, required: true })
  agency?: string;

  @Text({ zh: '评审内容', en: 'Subject', max: 2000, multiline: true, required: true })
  subject?: string;

  @Texts({ zh: '涉及事项', en: 'Items', min: 1, max: 60, maxLength: 64, required: true })
  itemCodes?: string[];

  @Texts({ zh: '移交材料', en: 'Papers handed over', max: 200, maxLength: 200 })
  materials?: string[];

  @PlainDate({ zh: '评审期限', en: 'Due on', required: true })
  dueOn?: string;

  @Choice({ zh: '费用承担', en: 'Who pays', options: [{ value: 'authority', zh: '审批机关承担', en: 'The authority' }], required: true })
  feePayer?: string;

  @YesNo({ zh: '已核对回避情形', en: 'Conflicts of interest were checked', required: true, mustBeTrue: true })
  conflictsChecked?: boolean;

  @Text({ zh: '再次委托的理由', en: 'Reason for a second commission', max: 1000, multiline: true, help: '仅在评审不通过或设计变更后再次委托时填写', helpEn: 'Only after a failed review or a design change' })
  secondCommissionReason?: string;
}
