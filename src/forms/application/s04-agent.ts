import type { Condition } from '../condition.js';
import { Attachment } from '../fields/attachment.js';
import { Choice } from '../fields/choice.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';
import { IsCertificateNumber } from '../validators/is-certificate-number.js';
import { IsMobilePhone } from '../validators/is-mobile-phone.js';
import { certificateTypes } from './code-lists.js';

const agentFiles: Condition = { field: '/S04/agentFiles', equals: true };
const ofTheAgent = { required: agentFiles, showWhen: agentFiles };

/** S04 委托代理人信息. Everything is required as soon as an agent files (行政许可法 art. 29 allows agents). */
export class Agent {
  @YesNo({ zh: '是否由代理人申报', en: 'An agent files', required: true, carried: false })
  agentFiles?: boolean;

  @Text({ zh: '代理人姓名', en: 'Name of the agent', max: 50, ...ofTheAgent })
  name?: string;

  @Choice({ zh: '代理人证件类型', en: 'Certificate of the agent', options: certificateTypes, ...ofTheAgent })
  certificateType?: string;

  @Text({ zh: '代理人证件号码', en: 'Certificate number of the agent', max: 30, sensitive: 'certificate', ...ofTheAgent })
  @IsCertificateNumber('certificateType')
  certificateNumber?: string;

  @Text({ zh: '代理人手机', en: 'Mobile of the agent', max: 11, sensitive: 'phone', ...ofTheAgent })
  @IsMobilePhone()
  phone?: string;

  @Text({ zh: '授权事项', en: 'What the authority covers', max: 500, multiline: true, ...ofTheAgent })
  authorisedMatters?: string;

  @PlainDate({ zh: '授权期限自', en: 'Authority from', ...ofTheAgent })
  authorisedFrom?: string;

  @PlainDate({ zh: '授权期限至', en: 'Authority until', help: '申报日期应在授权期限内', helpEn: 'The day of filing must lie inside', ...ofTheAgent })
  authorisedUntil?: string;

  @Attachment({ zh: '授权委托书', en: 'Power of attorney', ...ofTheAgent })
  authorityLetter?: string;
}
