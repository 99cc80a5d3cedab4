import { Document } from '../../entities/index.js';
import type { CaseStep } from '../cases/case-step.js';
import { issueDocument } from '../documents/issue-document.js';
import { askForSeal, askNoSeal } from '../seals/seal-papers.js';

/**
 * Issues the certificate anew after a renewal or a change 换发证照. The earlier one stays in the files and is publicly replaced; the new one
 * waits for the seal keeper. Nothing happens where the item leaves no certificate.
 */
export async function reissueCertificate(step: CaseStep, changed: { validity?: string; change?: string }): Promise<void> {
  const { tx, caseRecord } = step;
  const [current] = await tx.find(Document, "caseId = ? AND kind = 'certificate' AND state = 'valid' ORDER BY issuedOn DESC, id DESC", [caseRecord.id]);
  if (!current) return;
  const document = await issueDocument(step, 'certificate', { reissue: { ...changed, replaces: current.number } });
  tx.update(Document, { state: 'replaced' }, 'id = ?', [current.id], { rows: 1, lockedHere: true });
  askNoSeal(step, [current.id]);
  askForSeal(step, document, `换发证照（原 ${current.number}）`);
  step.note('certificateReissued', { document, replaces: current.number });
}
