import type { CaseView } from '../../../../src/api/contract.js';

/** Notes which answers a new application brought along from earlier ones, so that the form can point them out while this window lives. */
export function rememberPrefilled(view: CaseView): void {
  const pointers = Object.entries(view.form).flatMap(([section, answers]) => Object.keys(answers).map((key) => `/${section}/${key}`));
  try {
    sessionStorage.setItem(nameFor(view.id), JSON.stringify(pointers));
  } catch {
    // Without storage nothing is pointed out; the answers are there all the same.
  }
}

export function prefilledOf(caseId: string): Set<string> {
  try {
    return new Set(JSON.parse(sessionStorage.getItem(nameFor(caseId)) ?? '[]') as string[]);
  } catch {
    return new Set();
  }
}

const nameFor = (caseId: string): string => `onestop.prefilled.${caseId}`;
