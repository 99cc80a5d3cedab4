import { Choice } from '../fields/choice.js';
import { Text } from '../fields/text.js';

/** 退回重新审查: why whoever is to decide sends an item back to the officer who examined it. */
export class ReturnForExamination {
  @Text({ zh: '退回原因', en: 'Reason', max: 1000, multiline: true, required: true })
  reason?: string;
}

/** 重新确认意见: asked of officers whose opinion rests on something that was corrected, or to whom the item was sent back. */
export class Reconfirmation {
  @Choice({
    zh: '确认结果',
    en: 'Result',
    options: [
      { value: 'uphold', zh: '维持原意见', en: 'The opinion stands' },
      { value: 'pass', zh: '改为通过', en: 'Changed to pass' },
      { value: 'fail', zh: '改为不通过', en: 'Changed to fail' },
    ],
    required: true,
  })
  conclusion?: string;

  @Text({ zh: '说明', en: 'Remarks', max: 2000, multiline: true, required: true })
  opinion?: string;
}
