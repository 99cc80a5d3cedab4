import { renderDocument } from './render-document.js';
import type { DocumentKind, DocumentRecords } from './templates/index.js';
import { sealDocument } from './seals/seal-document.js';
import { openSealKey, type SealKey, type SealKeyMaterial } from './seals/seal-key.js';

/** One job of the document workshop: a page to render, a seal to put on, or both. Plain data, so that it can go to another thread. */
export interface DocumentJob {
  render?: { kind: DocumentKind; record: DocumentRecords[DocumentKind] };
  /** The PDF to seal, where it was rendered before. */
  pdf?: Uint8Array;
  seal?: { material: Pick<SealKeyMaterial, 'bodyName' | 'title' | 'certificatePem' | 'privateKeyPem'> & { fingerprint: string }; reason: string; at: string };
}

const openSeals = new Map<string, SealKey>();

/** Does one job; answers the PDF. */
export async function makeDocument(job: DocumentJob): Promise<Uint8Array> {
  const page = job.render ? await renderDocument(job.render.kind, job.render.record as never) : (job.pdf as Uint8Array);
  if (!job.seal) return page;
  const { material, reason, at } = job.seal;
  const key = openSeals.get(material.fingerprint) ?? openSealKey(material);
  openSeals.set(material.fingerprint, key);
  return sealDocument(page, key, { reason, at: new Date(at) });
}
