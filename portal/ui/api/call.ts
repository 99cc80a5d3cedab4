import type { Problem } from '../../../src/api/contract.js';
import { ApiProblem } from './api-problem.js';
import { announceSignInRequired } from './sign-in-required.js';

export interface CallOptions {
  body?: unknown;
  query?: Record<string, string | number | boolean | undefined>;
  /** `Idempotency-Key`: repeating the call after a lost connection does nothing twice. */
  once?: string;
  signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Calls `/api/v1` and answers its JSON. Throws ApiProblem for every refusal; an ended session is announced to the page besides. */
export async function call<Answer>(method: Method, path: string, options: CallOptions = {}): Promise<Answer> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.once) headers['Idempotency-Key'] = options.once;
  const response = await fetch(addressOf(path, options.query), {
    method,
    headers,
    signal: options.signal,
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  });
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
  const refusal = new ApiProblem(await readProblem(response));
  if (refusal.status === 401 && !path.startsWith('/sessions')) announceSignInRequired();
  throw refusal;
}

/** A fresh key for one attempt to act. `crypto.randomUUID` exists on secure origins only, offices use plain ones inside their network. */
export function newOnceKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function addressOf(path: string, query: CallOptions['query'] = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined && entry[1] !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `/api/v1${path}${search ? `?${search}` : ''}`;
}

export async function readProblem(response: Response): Promise<Problem> {
  const type = response.headers.get('Content-Type') ?? '';
  if (type.includes('json')) return (await response.json()) as Problem;
  return unexpectedAnswer(response.status);
}

export function unexpectedAnswer(status: number): Problem {
  return {
    type: 'about:blank',
    title: '服务暂时不可用',
    status,
    code: 'NO_ANSWER',
    detail: '服务器没有给出可识别的答复，请稍后重试。',
    detailEn: 'The server gave no answer that this page understands. Please try again later.',
    requestId: '',
  };
}
