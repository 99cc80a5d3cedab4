import { DomainError } from '../errors/domain-error.js';
import { faultCollector } from './list-fault.js';
import { isRecord, listOf, oneOf, record, text, wholeNumber } from './list-checks/shape.js';

/**
 * One of the “一” of the one-stop mode. The plan names five although it calls the mode “六个一”; the sixth is unknown, so principles are
 * data and no code counts them. `hooks` name the rules of the engine that make the principle checkable.
 */
export interface OneStopPrinciple {
  readonly order: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly ruleZh: string;
  readonly ruleEn: string;
  readonly hooks: readonly string[];
  /** `sourced`: the name stands in the plan; `proposal`: ours until a local document says more. */
  readonly status: 'sourced' | 'proposal';
}

const principlesShape = record({
  principles: listOf(
    record({ order: wholeNumber(1, 99), code: text(64), zh: text(64), en: text(200), ruleZh: text(), ruleEn: text(), hooks: listOf(text(64)), status: oneOf('sourced', 'proposal') }),
    20,
  ),
});

/** Reads `seeds/reference/principles.json`, in their order. Refuses the file whole (`REFERENCE_DATA_INVALID`) when a row is wrong or a code is there twice. */
export function readPrinciples(json: unknown): OneStopPrinciple[] {
  const { faults, report } = faultCollector();
  if (principlesShape(json, '', report) && isRecord(json)) {
    const principles = json['principles'] as OneStopPrinciple[];
    principles.forEach((principle, index) => {
      if (principles.findIndex((other) => other.code === principle.code) !== index) {
        report(`/principles/${index}/code`, 'duplicate-code', `代码重复：${principle.code}`, `Code is there twice: ${principle.code}`);
      }
    });
    if (faults.length === 0) return [...principles].sort((left, right) => left.order - right.order);
  }
  throw new DomainError('REFERENCE_DATA_INVALID', { name: '“一”原则', faults });
}
