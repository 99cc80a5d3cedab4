import { Choice } from '../fields/choice.js';
import { WholeNumber } from '../fields/number.js';
import { Text } from '../fields/text.js';

/** Why a case may stand still. None of them stops the statutory clock by itself; a dispute does where the special act of the item says so. */
export const suspensionGrounds = {
  dispute: { zh: '权属、相邻关系等争议正在处理', en: 'A dispute is being settled' },
  otherCase: { zh: '须以另一案件的处理结果为依据', en: 'It depends on the outcome of another case' },
  ordered: { zh: '人民法院、行政复议机关或者上级机关依法要求暂停', en: 'A court, a reconsideration body or a superior has ordered it' },
  forceMajeure: { zh: '因不可抗力暂时无法办理', en: 'Force majeure' },
  applicant: { zh: '申请人书面请求暂缓办理', en: 'The applicant asked for it in writing' },
} as const;

export type SuspensionGround = keyof typeof suspensionGrounds;

/** 中止办理. */
export class Suspension {
  @Choice({ zh: '中止事由', en: 'Ground', options: Object.entries(suspensionGrounds).map(([value, { zh, en }]) => ({ value, zh, en })), required: true })
  ground?: string;

  @Text({ zh: '具体原因', en: 'Reason', max: 1000, multiline: true, required: true })
  reason?: string;

  @WholeNumber({ zh: '预计需要', en: 'Expected time', unit: '工作日', unitEn: 'working days', min: 1, max: 250 })
  expectedWorkdays?: number;
}

/** 恢复办理. */
export class Resumption {
  @Text({ zh: '恢复原因', en: 'Reason', max: 1000, multiline: true })
  reason?: string;
}
