import type { FormClass } from '../field-registry.js';
import { ProjectBasics } from './s01-project.js';
import { Applicant } from './s02-applicant.js';
import { LegalRepresentative } from './s03-legal-representative.js';
import { Agent } from './s04-agent.js';
import { Land } from './s05-land.js';
import { PlanningIndicators } from './s06-planning.js';
import { Investment } from './s07-investment.js';
import { Works } from './s08-works.js';
import { Energy } from './s09-energy.js';
import { Ecology } from './s10-ecology.js';
import { Water } from './s11-water.js';
import { CivilDefence } from './s12-civil-defence.js';
import { Fire } from './s13-fire.js';
import { Participants } from './s14-participants.js';
import { Occupation } from './s15-occupation.js';
import { Completion } from './s16-completion.js';
import { Business } from './s17-business.js';
import { SignedPromise } from './s18-promise.js';
import { DeliveryChoice } from './s19-delivery.js';
import { MaterialsList } from './s20-materials.js';

export interface Section {
  readonly zh: string;
  readonly en: string;
  readonly form: FormClass;
}

/** The sections of the one form, in the order in which they are asked. */
export const sections = {
  S01: { zh: '项目基本信息', en: 'Project', form: ProjectBasics },
  S02: { zh: '申请单位信息', en: 'Applicant', form: Applicant },
  S03: { zh: '法定代表人信息', en: 'Legal representative', form: LegalRepresentative },
  S04: { zh: '委托代理人信息', en: 'Agent', form: Agent },
  S05: { zh: '用地信息', en: 'Land', form: Land },
  S06: { zh: '规划指标', en: 'Planning indicators', form: PlanningIndicators },
  S07: { zh: '投资与资金', en: 'Investment and funds', form: Investment },
  S08: { zh: '建设内容与单体工程', en: 'Works and buildings', form: Works },
  S09: { zh: '能源消费', en: 'Energy', form: Energy },
  S10: { zh: '生态环境', en: 'Ecology', form: Ecology },
  S11: { zh: '水资源与水土保持', en: 'Water and soil', form: Water },
  S12: { zh: '人民防空', en: 'Civil air defence', form: CivilDefence },
  S13: { zh: '消防', en: 'Fire protection', form: Fire },
  S14: { zh: '参建单位', en: 'Participants', form: Participants },
  S15: { zh: '市政、道路、绿化占用', en: 'Occupation of public facilities', form: Occupation },
  S16: { zh: '竣工与验收', en: 'Completion and acceptance', form: Completion },
  S17: { zh: '经营主体与经营场所', en: 'Business and premises', form: Business },
  S18: { zh: '承诺与签章', en: 'Promise and signature', form: SignedPromise },
  S19: { zh: '结果送达方式', en: 'Delivery of the result', form: DeliveryChoice },
  S20: { zh: '材料目录与附件', en: 'Papers and files', form: MaterialsList },
} as const satisfies Record<string, Section>;

export type SectionCode = keyof typeof sections;

export const sectionCodes = Object.keys(sections) as readonly SectionCode[];

export function isSectionCode(code: string): code is SectionCode {
  return Object.hasOwn(sections, code);
}
