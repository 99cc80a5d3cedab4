import { Choice } from '../fields/choice.js';
import { Text } from '../fields/text.js';

/** 重新确认意见: asked only of officers whose opinion rests on something that was corrected. */
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
