import { Choice } from '../fields/choice.js';
import { Text } from '../fields/text.js';

/** On which grounds a case ends without a decision on the matter. */
export const terminationGrounds = {
  applicantEnded: { zh: '申请人死亡或者依法终止，没有承继其权利义务的人', en: 'The applicant has died or ended without successor' },
  lawChanged: { zh: '法律、法规、规章修改或者废止，申请事项不再需要或者不得再实施许可', en: 'The law has changed; the matter needs or allows no permit any more' },
  impossible: { zh: '因不可抗力或者标的灭失，申请事项无法实施', en: 'The matter has become impossible' },
  duplicate: { zh: '同一事项已另行受理或者已经作出决定', en: 'The same matter is being handled or was decided elsewhere' },
  otherLaw: { zh: '法律、法规规定应当终止办理的其他情形', en: 'Another case in which the law ends the procedure' },
} as const;

export type TerminationGround = keyof typeof terminationGrounds;

/** 终止办理: ground, facts and the norm, as the notice states them. */
export class TerminationForm {
  @Choice({ zh: '终止事由', en: 'Ground', options: Object.entries(terminationGrounds).map(([value, { zh, en }]) => ({ value, zh, en })), required: true })
  ground?: string;

  @Text({ zh: '事实和理由', en: 'Facts and reasons', max: 2000, multiline: true, required: true })
  reasons?: string;

  @Text({ zh: '依据', en: 'Legal basis', max: 300, required: true })
  basis?: string;
}
