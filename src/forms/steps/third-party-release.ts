import { Text } from '../fields/text.js';

/** 撤销利害关系人的告知: somebody was named in error. */
export class ThirdPartyRelease {
  @Text({ zh: '利害关系人', en: 'Third party', max: 40, required: true })
  thirdParty?: string;

  @Text({ zh: '理由', en: 'Reason', max: 500, multiline: true, required: true })
  reason?: string;
}
