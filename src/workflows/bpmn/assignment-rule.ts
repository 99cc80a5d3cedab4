/** One way to find out who does a step. They are tried in order; behind the last stands the queue of the step's role and department. */
export type AssignmentRule =
  /** Somebody by name: id or user name. */
  | { readonly kind: 'person'; readonly value: string }
  /** The queue of a role. */
  | { readonly kind: 'role'; readonly value: string }
  /** The queue of a department. */
  | { readonly kind: 'department'; readonly value: string }
  /** The queue of the department that leads the application 牵头部门. */
  | { readonly kind: 'lead-department' }
  /** Whoever did that step of the same case last, so that a question comes back to the one who asked it. */
  | { readonly kind: 'handler-of'; readonly value: string }
  /** Whom a field of the application names: `S01.contact`. */
  | { readonly kind: 'field'; readonly value: string };

const valued = ['person', 'role', 'department', 'handler-of', 'field'] as const;

/** The rules of `oa:assignment`, texts of FEEL still unread: the words between semicolons. */
export const assignmentWords = (text: string): string[] => text.split(/[;；]/).map((word) => word.trim()).filter((word) => word !== '');

/** One rule as it is written, such as `handler-of:examine`; a word without colon names a person. Nothing when it cannot be read. */
export function readAssignmentRule(word: string): AssignmentRule | undefined {
  if (word === 'lead-department') return { kind: 'lead-department' };
  const [, name, value = ''] = /^([a-z-]+)\s*[:：]\s*(.*)$/.exec(word) ?? [undefined, 'person', word];
  const kind = valued.find((each) => each === name);
  return kind === undefined || value.trim() === '' ? undefined : { kind, value: value.trim() };
}

/** Whether the rules alone are sure to find somebody: a queue always takes the work. */
export const namesQueue = (text: string): boolean => assignmentWords(text).some((word) => ['role', 'department', 'lead-department'].includes(readAssignmentRule(word)?.kind ?? ''));
