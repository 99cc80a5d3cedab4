import type { Condition } from '../condition.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';

const refused: Condition = { field: '/outcome', equals: 'refuse' };
const granted: Condition = { field: '/outcome', notIn: ['refuse'] };

/** 作出决定. A refusal without reasons and basis cannot be issued (行政许可法 art. 38); the remedy clause is printed by the document. */
export class Decision {
  @Text({ zh: '认定的事实', en: 'Facts', max: 2000, multiline: true })
  facts?: string;

  @Text({ zh: '决定理由', en: 'Reasons', max: 2000, multiline: true, required: refused })
  reasons?: string;

  @Text({ zh: '法律依据', en: 'Legal basis', max: 1000, multiline: true, required: refused })
  legalBasis?: string;

  @Text({ zh: '许可内容', en: 'Content', max: 2000, multiline: true, showWhen: granted })
  content?: string;

  @Text({ zh: '附加条件', en: 'Conditions', max: 1000, multiline: true, showWhen: granted })
  conditions?: string;

  @PlainDate({ zh: '有效期自', en: 'Valid from', showWhen: granted })
  validFrom?: string;

  @PlainDate({ zh: '有效期至', en: 'Valid until', showWhen: granted })
  validUntil?: string;
}
