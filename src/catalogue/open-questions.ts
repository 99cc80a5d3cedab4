import type { ItemVerdict } from './applicable-items.js';
import { questions, type Question } from './questions.js';

/**
 * The questions that would settle the items judged `maybe`, each once, in the order of the guide; then one yes/no question for each item
 * that only the applicant can declare (its key is the item's code, its pointer empty: the choice of items holds the answer).
 */
export function openQuestions(verdicts: readonly ItemVerdict[]): Question[] {
  const asked = new Set(verdicts.flatMap((verdict) => verdict.ask));
  const declared = verdicts.filter((verdict) => verdict.ask.includes(verdict.item.code));
  return [
    ...questions.filter((question) => asked.has(question.key)),
    ...declared.map(({ item }): Question => ({ key: item.code, pointer: '', labelZh: `是否涉及：${item.nameZh}`, labelEn: `Is this needed: ${item.nameEn}`, type: 'boolean' })),
  ];
}
