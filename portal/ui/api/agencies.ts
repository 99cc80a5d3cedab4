import { call } from './call.js';

export interface Agency {
  readonly id: string;
  readonly name: string;
}

/** The review agencies that may be commissioned. */
export async function findAgencies(): Promise<Agency[]> {
  return (await call<{ items: Agency[] }>('GET', '/agencies')).items;
}
