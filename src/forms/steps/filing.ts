import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';

/** 登记备案. A filing is done when the information is complete; there is nothing to approve (核准备案条例 art. 13). */
export class Filing {
  @YesNo({ zh: '备案信息完整', en: 'The information is complete', required: true, mustBeTrue: true })
  informationComplete?: boolean;

  @Text({ zh: '备注', en: 'Remarks', max: 1000, multiline: true })
  remarks?: string;
}
