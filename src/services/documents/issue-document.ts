import { Department, Document } from '../../entities/index.js';
import { formatDocumentNumber } from '../../documents/document-number.js';
import { refuseIncomplete, type DocumentRecord } from '../../documents/document-record.js';
import type { DocumentTemplate } from '../../documents/templates/document-template.js';
import { templates, type DocumentKind } from '../../documents/templates/index.js';
import type { CaseStep } from '../cases/case-step.js';
import { takeNumber } from '../cases/take-number.js';
import { documentTraits } from './document-traits.js';
import { documentBuilders } from './records/index.js';
import { leaveMessage } from '../outbox/leave-message.js';

/**
 * Issues a document in the unit of work of the act that it belongs to: number, record and date are fixed now and never edited; the PDF is
 * made and sealed after the commit. Answers its id. Throws DOCUMENT_INCOMPLETE when the law demands something that the record lacks.
 */
export async function issueDocument(step: CaseStep, kind: DocumentKind, extra: Record<string, unknown> = {}): Promise<string> {
  const { context, tx, caseRecord } = step;
  const traits = documentTraits[kind];
  const body = await traits.issuer(step);
  const year = Number(step.today.slice(0, 4));
  const serial = await takeNumber(tx, `document:${body.id}:${kind}:${year}`);
  const number = formatDocumentNumber({ bodyShort: body.shortName, kindWord: traits.kindWord, year, serial });
  const verifyCode = context.newCode(16);
  const record = {
    number,
    issuer: { name: body.nameZh },
    issuedOn: step.today,
    verifyCode,
    verifyUrl: `${context.settings.publicUrl}/verify/${verifyCode}`,
    caseNumber: caseRecord.number,
    reconstructed: context.items.list(caseRecord.itemListVersion).dataStatus === 'reconstruction',
    ...(await documentBuilders[kind](step, body, extra)),
  } as DocumentRecord;
  const template = templates[kind] as DocumentTemplate<DocumentRecord>;
  const title = template.title(record);
  refuseIncomplete(kind, title, template.faults(record));
  const id = context.newId();
  tx.insert(Document, {
    id,
    caseId: caseRecord.id,
    kind,
    number,
    title: title.slice(0, 300),
    status: 'pending',
    state: 'valid',
    issuedOn: step.today,
    issuedBy: body.id,
    verifyCode,
    record,
    templateVersion: template.version,
    sealNeeded: traits.seal,
  });
  leaveMessage(tx, context, { topic: 'renderDocument', subject: id });
  step.note('documentIssued', { document: id, kind, number });
  return id;
}

/** A body as documents name it. */
export type IssuingDepartment = Pick<Department, 'id' | 'nameZh' | 'shortName' | 'reconsiderationBody' | 'court'>;
