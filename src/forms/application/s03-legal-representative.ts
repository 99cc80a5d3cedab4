import { Choice } from '../fields/choice.js';
import { Text } from '../fields/text.js';
import { IsCertificateNumber } from '../validators/is-certificate-number.js';
import { certificateTypes } from './code-lists.js';

/** S03 法定代表人信息. */
export class LegalRepresentative {
  @Text({ zh: '法定代表人姓名', en: 'Name of the legal representative', max: 50, required: true })
  name?: string;

  @Choice({ zh: '法定代表人证件类型', en: 'Certificate of the legal representative', options: certificateTypes, required: true })
  certificateType?: string;

  @Text({ zh: '法定代表人证件号码', en: 'Certificate number of the legal representative', max: 30, required: true, sensitive: 'certificate' })
  @IsCertificateNumber('certificateType')
  certificateNumber?: string;
}
