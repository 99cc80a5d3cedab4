import type { PersonView, SessionView } from '../../../src/api/contract.js';
import { ApiProblem } from './api-problem.js';
import { call } from './call.js';

/** The person of the browser's session, or null when nobody is signed in. */
export async function findPerson(): Promise<PersonView | null> {
  try {
    return await call<PersonView>('GET', '/sessions/current');
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

/** Signs in; the session itself travels in a cookie that no script can read. */
export async function startSession(username: string, password: string): Promise<PersonView> {
  return (await call<SessionView>('POST', '/sessions', { body: { username, password } })).person;
}

export function endSession(): Promise<void> {
  return call('DELETE', '/sessions/current');
}
