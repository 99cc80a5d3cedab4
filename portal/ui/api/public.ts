import type { PublicProgressView, PublicVerifyView } from '../../../src/api/contract.js';
import { call } from './call.js';

export const followProgress = (number: string, code: string): Promise<PublicProgressView> => call('GET', '/public/progress', { query: { number, code } });
export const verifyDocument = (code: string): Promise<PublicVerifyView> => call('GET', `/public/verify/${encodeURIComponent(code)}`);
