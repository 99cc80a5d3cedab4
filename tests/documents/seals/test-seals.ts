import { renderDocument } from '../../../src/documents/render-document.js';
import { createSealKey, openSealKey, type SealKey } from '../../../src/documents/seals/seal-key.js';
import { records } from '../records.js';

export const sealedAt = new Date('2026-07-10T02:30:00.000Z');
const validFrom = new Date('2026-01-01T00:00:00Z');

export const aSealOf = async (bodyName: string, title: string | null = null): Promise<SealKey> => openSealKey(await createSealKey({ bodyName, title, validFrom }));

export const aDecision = (): Promise<Buffer> => renderDocument('decision', records.decision);
