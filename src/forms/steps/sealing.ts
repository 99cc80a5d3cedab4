import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';

/** 用印. The custodian has compared document and decision before the seal goes on. */
export class Sealing {
  @YesNo({ zh: '文书内容与决定一致', en: 'Document and decision agree', required: true, mustBeTrue: true })
  contentChecked?: boolean;

  @Text({ zh: '用印说明', en: 'Remarks', max: 500, multiline: true })
  remarks?: string;
}
