/** Official documents: records in, sealed PDF bytes out, and back: what is this file worth? */
export { formatDocumentNumber, type DocumentNumberParts } from './document-number.js';
export type { Addressee, DocumentRecord, IssuingBody, ItemOnPaper, Norm, Remedies } from './document-record.js';
export { documentKinds, documentTitle, isDocumentKind, renderDocument, templateVersion } from './render-document.js';
export { createSealKey, openSealKey, type SealKey, type SealKeyMaterial, type SealKeyOptions } from './seals/seal-key.js';
export { sealDocument, type SealingOptions } from './seals/seal-document.js';
export { describeProblem, verifySealedPdf, type SealFinding, type SealProblem, type SealVerification } from './seals/verify-sealed-pdf.js';
export type { DocumentKind, DocumentRecords } from './templates/index.js';
