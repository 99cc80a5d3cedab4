import { fault, type FieldFault } from '../field-fault.js';
import type { SectionCode } from '../application/sections.js';
import { word, type CheckedForm, type CrossCheck } from './cross-check.js';

/** Works end after they begin, an occupation does not end before it begins. */
export const worksEndAfterStart: CrossCheck = {
  key: 'works-end-after-start',
  needs: ['S01'],
  check: (form) => notBefore(form, 'S01', ['plannedStart', 'plannedFinish'], { strict: true, zh: '拟建成时间应晚于拟开工时间', en: 'Completion must come after the start' }),
};

export const occupationEndsAfterStart: CrossCheck = {
  key: 'occupation-ends-after-start',
  needs: ['S15'],
  check: (form) => notBefore(form, 'S15', ['occupiedFrom', 'occupiedUntil'], { strict: true, zh: '占用结束日期应晚于开始日期', en: 'The occupation must end after it begins' }),
};

/** The five parties accept finished works (质量条例 art. 16). */
export const acceptedAfterCompletion: CrossCheck = {
  key: 'accepted-after-completion',
  needs: ['S16'],
  check: (form) => notBefore(form, 'S16', ['completedOn', 'acceptedOn'], { strict: false, zh: '五方验收日期不能早于竣工日期', en: 'Acceptance cannot come before completion' }),
};

function notBefore(form: CheckedForm, section: SectionCode, [from, until]: readonly [string, string], rule: { strict: boolean; zh: string; en: string }): FieldFault[] {
  const [first, second] = [word(form, section, from), word(form, section, until)];
  if (first === undefined || second === undefined) return [];
  // Dates written yyyy-mm-dd sort like text.
  const wrong = rule.strict ? second <= first : second < first;
  return wrong ? [fault(`/${section}/${until}`, rule.zh, rule.en)] : [];
}
