import { Text } from '../fields/text.js';

/** 要求听证. The applicant asks for himself; the window writes down which third party asks. */
export class HearingRequest {
  @Text({ zh: '要求听证的利害关系人', en: 'Third party that asks', max: 200, help: '窗口代为记录时填写；申请人本人要求的不填', helpEn: 'Only when the window records a request of somebody else' })
  requestedBy?: string;

  @Text({ zh: '理由', en: 'Reason', max: 1000, multiline: true })
  reason?: string;
}
