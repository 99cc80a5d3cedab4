import type { ProjectType } from './item.js';
import type { Answers } from './questions.js';
import { nationalThresholds, type Thresholds } from './thresholds.js';

/** What a condition is judged on. */
export interface ConditionContext {
  readonly projectType: ProjectType;
  readonly answers: Answers;
  readonly thresholds?: Thresholds;
  /** What the office's decision table says, once the answers settle a condition. */
  readonly decided?: DecidedConditions;
}

/** Conditions decided by table: which codes it is about, and which of them hold. */
export interface DecidedConditions {
  readonly codes: ReadonlySet<string>;
  readonly holding: ReadonlySet<string>;
}

/** `unknown` names the questions whose answers are missing; it is never taken for "no". */
export interface ConditionVerdict {
  readonly holds: boolean | 'unknown';
  readonly ask: readonly string[];
}

/** The part of a context that a condition reads: each getter answers undefined when the question is open, and remembers that it was asked. */
interface Facts {
  readonly projectType: ProjectType;
  readonly limits: Thresholds;
  flag(key: string): boolean | undefined;
  figure(key: string): number | undefined;
  word(key: string): string | undefined;
}

type Condition = (facts: Facts) => boolean | undefined;

const governmentTypes: readonly ProjectType[] = ['GOV_BUILDING', 'GOV_LINEAR'];

/** Each condition code of the item list and its meaning in law. Thresholds: `thresholds.ts`. */
const conditions: Readonly<Record<string, Condition>> = {
  ALWAYS: () => true,
  ALWAYS_FOR_TYPE: () => true,
  // The prerequisite may be finished in the same step; `prerequisites.ts` treats it so.
  ALWAYS_SAME_STEP_ALLOWED: () => true,
  // Asked item by item; `applicable-items.ts` puts the question.
  BY_QUESTIONNAIRE: () => undefined,
  AGENT_FILES: (facts) => facts.flag('agentFiles'),
  IN_VERIFICATION_CATALOGUE: (facts) => is(facts.word('initiationType'), 'verification'),
  NOT_IN_VERIFICATION_CATALOGUE: (facts) => not(is(facts.word('initiationType'), 'verification')),
  NOT_SIMPLIFIED_GOV_PROCEDURE: (facts) => not(facts.flag('simplifiedGovProcedure') ?? false),
  LAND_BY_ALLOCATION: (facts) => is(facts.word('landSupply'), 'allocation'),
  LAND_PREREVIEW_REQUIRED: (facts) => either(is(facts.word('landSupply'), 'allocation'), above(facts.figure('newLandArea'), 0)),
  NOT_LAND_SOLD_WITH_SCHEME: (facts) => (facts.projectType === 'SOCIAL_WITH_SCHEME' ? false : not(facts.flag('landWithScheme'))),
  IN_HERITAGE_CONTROL_ZONE: (facts) => facts.flag('inHeritageControlZone'),
  CIVIL_DEFENCE_DUTY: (facts) => facts.flag('civilDefenceDuty'),
  BASEMENT_BUILT: (facts) => both(facts.flag('civilDefenceDuty'), () => above(facts.figure('basementArea'), 0)),
  PLANNING_PERMIT_REQUIRED: (facts) => not(facts.flag('planningPermitExempt') ?? false),
  WORKS_PERMIT_REQUIRED: (facts) =>
    both(atLeast(facts.figure('totalInvestment'), facts.limits.worksPermitInvestment), () => atLeast(facts.figure('totalFloorArea'), facts.limits.worksPermitFloorArea)),
  // Small low-risk projects: the designer's commitment replaces the review of drawings.
  DRAWING_REVIEW_REQUIRED: (facts) => facts.projectType !== 'SOCIAL_SMALL',
  SPECIAL_FIRE_WORKS: (facts) => facts.flag('specialFireWorks'),
  NOT_SPECIAL_FIRE_WORKS: (facts) => not(facts.flag('specialFireWorks')),
  LIGHTNING_SEPARATE_REVIEW: (facts) => facts.flag('lightningSeparateReview'),
  MUST_TENDER: (facts) => facts.flag('mustTender'),
  EIA_REPORT: (facts) => is(facts.word('eiaCategory'), 'report'),
  EIA_FORM: (facts) => is(facts.word('eiaCategory'), 'form'),
  EIA_REPORT_OR_FORM_REQUIRED: (facts) => either(is(facts.word('eiaCategory'), 'report'), is(facts.word('eiaCategory'), 'form')),
  SWC_REPORT: soilWaterReport,
  SWC_FORM: (facts) =>
    both(not(soilWaterReport(facts)), () =>
      either(atLeast(facts.figure('occupiedLandHa'), facts.limits.soilWaterFormHa), atLeast(facts.figure('earthworkM3'), facts.limits.soilWaterFormM3)),
    ),
  ENERGY_REVIEW_REQUIRED: energyReview,
  ENERGY_REVIEW_REQUIRED_GOV: (facts) => (governmentTypes.includes(facts.projectType) ? energyReview(facts) : false),
  WATER_ABSTRACTION: (facts) => above(facts.figure('waterAbstractionM3'), 0),
  FLOOD_AREA: (facts) => facts.flag('inFloodArea'),
  TEMP_GRASSLAND: (facts) => facts.flag('temporaryGrassland'),
};

export const knownConditionCodes: readonly string[] = Object.keys(conditions);

/** Judges one condition code of the item list; an unknown code does not hold silently, it is `unknown`. */
export function judgeCondition(code: string, context: ConditionContext): ConditionVerdict {
  const condition = Object.hasOwn(conditions, code) ? conditions[code] : undefined;
  if (!condition) return { holds: 'unknown', ask: [] };
  const open = new Set<string>();
  const read = <T>(key: string, isRight: (value: unknown) => value is T): T | undefined => {
    const value = Object.hasOwn(context.answers, key) ? context.answers[key] : undefined;
    if (isRight(value)) return value;
    open.add(key);
    return undefined;
  };
  const holds = condition({
    projectType: context.projectType,
    limits: context.thresholds ?? nationalThresholds,
    flag: (key) => read(key, (value): value is boolean => typeof value === 'boolean'),
    figure: (key) => read(key, (value): value is number => typeof value === 'number' && Number.isFinite(value)),
    word: (key) => read(key, (value): value is string => typeof value === 'string'),
  });
  if (holds === undefined) return { holds: 'unknown', ask: [...open] };
  return { holds: context.decided?.codes.has(code) === true ? context.decided.holding.has(code) : holds, ask: [] };
}

function soilWaterReport(facts: Facts): boolean | undefined {
  return either(atLeast(facts.figure('occupiedLandHa'), facts.limits.soilWaterReportHa), atLeast(facts.figure('earthworkM3'), facts.limits.soilWaterReportM3));
}

function energyReview(facts: Facts): boolean | undefined {
  return either(atLeast(facts.figure('energyTce'), facts.limits.energyTce), atLeast(facts.figure('energyKwh'), facts.limits.energyKwh));
}

// Three-valued logic: undefined means "not answered yet".

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function either(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (left === true || right === true) return true;
  return left === undefined || right === undefined ? undefined : false;
}

/** The right side is asked only where the left does not already say no. */
function both(left: boolean | undefined, right: () => boolean | undefined): boolean | undefined {
  if (left === false) return false;
  const second = right();
  if (second === false) return false;
  return left === undefined || second === undefined ? undefined : true;
}

function is(value: string | undefined, wanted: string): boolean | undefined {
  return value === undefined ? undefined : value === wanted;
}

function atLeast(value: number | undefined, limit: number): boolean | undefined {
  return value === undefined ? undefined : value >= limit;
}

function above(value: number | undefined, limit: number): boolean | undefined {
  return value === undefined ? undefined : value > limit;
}
