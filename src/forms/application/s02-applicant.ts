import { Choice } from '../fields/choice.js';
import { Text } from '../fields/text.js';
import { IsCreditCode } from '../validators/is-credit-code.js';
import { IsEmailAddress } from '../validators/is-email-address.js';
import { IsMobilePhone } from '../validators/is-mobile-phone.js';
import { organisationTypes } from './code-lists.js';

/** S02 申请单位信息. Pre-filled from the electronic licence of the enterprise. */
export class Applicant {
  @Text({ zh: '单位名称', en: 'Name of the applicant', max: 200, required: true })
  name?: string;

  @Text({ zh: '统一社会信用代码', en: 'Unified social credit code', max: 18, required: true })
  @IsCreditCode()
  creditCode?: string;

  @Choice({ zh: '单位类型', en: 'Kind of organisation', options: organisationTypes, required: true })
  organisationType?: string;

  @Text({ zh: '单位住所', en: 'Registered address', max: 200 })
  registeredAddress?: string;

  @Text({ zh: '联系人', en: 'Contact person', max: 50, required: true, group: '联系方式' })
  contactName?: string;

  @Text({ zh: '联系人手机', en: 'Mobile of the contact person', max: 11, required: true, sensitive: 'phone', group: '联系方式' })
  @IsMobilePhone()
  contactPhone?: string;

  @Text({ zh: '电子邮箱', en: 'E-mail', max: 100, group: '联系方式' })
  @IsEmailAddress()
  email?: string;
}
