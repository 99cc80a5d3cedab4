import { Document, OutboxMessage, SealUse } from '../../entities/index.js';
import type { DocumentKind } from '../../documents/templates/index.js';
import { ensureSeal, type SealAtHand } from '../seals/ensure-seal.js';
import type { SealKind } from '../seals/find-seal.js';
import type { ServiceContext } from '../service-context.js';
import type { DocumentWorkshop } from './document-workshop.js';

/**
 * Outbox handler of `renderDocument`: makes the PDF of an issued document. Papers under the special seal get it at once, entered in the
 * register; decisions and certificates then wait for the seal keeper. Repeating it changes nothing.
 */
export function renderIssuedDocument(workshop: DocumentWorkshop) {
  return async (context: ServiceContext, message: OutboxMessage): Promise<void> => {
    const document = await context.database.read.findOne(Document, 'id = ?', [message.subject]);
    if (!document || document.status !== 'pending') return;
    const at = context.clock.now().toISOString();
    const procedural = document.sealNeeded === 'procedural';
    // The official seal is cut now, so that it is there when the keeper comes.
    const hand = await ensureSeal(context, document.issuedBy as string, document.sealNeeded as SealKind);
    const pdf = await workshop.make({
      render: { kind: document.kind as DocumentKind, record: document.record as never },
      ...(procedural && { seal: sealingOf(hand, document, at) }),
    });
    const kept = await context.files.keep(pdf);
    await context.database.inTransaction(async (tx) => {
      const useId = context.newId();
      if (procedural) tx.insert(SealUse, { id: useId, sealId: hand.seal.id, documentId: document.id, personId: null, purpose: document.title.slice(0, 200), requestedAt: at, appliedAt: at });
      tx.update(
        Document,
        { ...kept, status: procedural ? 'sealed' : 'awaitingSeal', failure: null, ...(procedural && { sealedAt: at, sealUseId: useId }) },
        'id = ? AND status = ?',
        [document.id, 'pending'],
        { rows: 1 },
      );
    });
  };
}

/** Outbox handler of `sealDocument`: puts the official seal on, as the seal keeper ordered. Repeating it changes nothing. */
export function sealIssuedDocument(workshop: DocumentWorkshop) {
  return async (context: ServiceContext, message: OutboxMessage): Promise<void> => {
    const document = await context.database.read.findOne(Document, 'id = ?', [message.subject]);
    if (!document || document.status !== 'awaitingSeal') return;
    const at = context.clock.now().toISOString();
    const hand = await ensureSeal(context, document.issuedBy as string, 'official');
    const pdf = await workshop.make({ pdf: await context.files.read(document.filePath as string), seal: sealingOf(hand, document, at) });
    const kept = await context.files.keep(pdf);
    await context.database.inTransaction(async (tx) => {
      tx.update(Document, { ...kept, status: 'sealed', sealedAt: at }, 'id = ? AND status = ?', [document.id, 'awaitingSeal'], { rows: 1 });
      tx.update(SealUse, { appliedAt: at }, 'id = ?', [(message.payload as { useId: string }).useId], { rows: 1 });
    });
  };
}

const sealingOf = ({ material }: SealAtHand, document: Document, at: string): { material: SealAtHand['material']; reason: string; at: string } => ({ material, reason: `${document.title} ${document.number}`, at });
