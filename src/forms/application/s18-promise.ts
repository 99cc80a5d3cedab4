import { Attachment } from '../fields/attachment.js';
import { Texts } from '../fields/list-of.js';
import { YesNo } from '../fields/yes-no.js';

/** S18 承诺与签章. Given anew for every filing: the signature covers a hash of all data and files. */
export class SignedPromise {
  @YesNo({ zh: '真实性承诺', en: 'Statement of truth', help: '申请人对申请材料实质内容的真实性负责（行政许可法第三十一条）', helpEn: 'The applicant answers for the truth of the papers (行政许可法 art. 31)', required: true, mustBeTrue: true, carried: false })
  statementOfTruth?: boolean;

  @Texts({ zh: '告知承诺事项', en: 'Items under commitment', max: 60, maxLength: 64, carried: false, help: '申请人自愿选择以告知承诺方式办理的事项代码', helpEn: 'Codes of the items that the applicant chose to file by commitment' })
  commitmentItems?: string[];

  @Attachment({ zh: '电子签名', en: 'Electronic signature', required: true, carried: false })
  signature?: string;
}
