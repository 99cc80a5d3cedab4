import { DomainError } from '../../errors/domain-error.js';

/** Variables that the office itself gives to a flow and that steer who does what; nobody sets them from outside. */
const reserved = new Set(['item', 'items', 'departments', 'leadDepartment', 'projectType', 'stage', 'needsReview', 'needsMeeting', 'application', 'outcome']);
const isReserved = (name: string): boolean => reserved.has(name) || name.endsWith('Outcome');

const MOST_CHARACTERS = 20_000;

/** Variables that come with a message from outside. Throws VARIABLES_REFUSED for the office's own and for too much of them. */
export function checkSaidVariables(variables: Record<string, unknown>): Record<string, unknown> {
  const strange = Object.keys(variables).filter((name) => isReserved(name) || !/^[\p{L}_][\p{L}\p{N}_]{0,79}$/u.test(name));
  if (strange.length > 0 || JSON.stringify(variables).length > MOST_CHARACTERS) throw new DomainError('VARIABLES_REFUSED', { names: strange.join('、') || '（内容过多）' });
  return variables;
}

/** What one case tells another with a message: its variables without those that are the office's own in each of them. */
export function toldVariables(variables: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !isReserved(name)));
}
