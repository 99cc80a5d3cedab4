import { deflateSync } from 'node:zlib';
import { DomainError } from '../../errors/domain-error.js';
import { mm, paper, SEAL_DIAMETER } from '../layout/paper.js';
import { mark, readSealPlaces, type SealPlace } from '../pdf/document-marks.js';
import { IncrementalUpdate } from '../pdf/incremental-update.js';
import { PdfFile } from '../pdf/pdf-file.js';
import { type Dictionary, Name, PdfSyntaxError, PdfText, type PdfValue, Ref, writeValue } from '../pdf/pdf-value.js';
import type { SealKey } from './seal-key.js';
import { signDetached } from './signed-data.js';

export interface SealingOptions {
  /** Why the seal is put on, e.g. 作出准予行政许可决定. */
  reason: string;
  /** Instant of sealing. */
  at: Date;
  location?: string;
  /** A further body countersigns 会签: its seal need not be that of the issuing body. */
  countersign?: boolean;
}

/** Room for the signature in bytes: certificate and signature take about 2 000. */
const SIGNATURE_ROOM = 8192;
const RANGE_ROOM = '/ByteRange [0 0000000000 0000000000 0000000000]';

/**
 * Puts a seal on a document: the red picture at its place and a digital signature (PAdES, ETSI.CAdES.detached) over the whole file.
 *
 * What was there stays byte for byte, so a second seal leaves the first one valid. The first seal must be a seal of the body in whose name the
 * document is issued: one seal cannot hide the delegator (许可法 24; T10).
 * @throws DomainError PDF_NOT_SEALABLE, SEAL_NOT_OF_ISSUER
 */
export async function sealDocument(pdf: Uint8Array, sealKey: SealKey, options: SealingOptions): Promise<Buffer> {
  try {
    return sign(prepare(new PdfFile(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)), sealKey, options), sealKey);
  } catch (error) {
    if (error instanceof PdfSyntaxError) throw new DomainError('PDF_NOT_SEALABLE', { reason: error.message });
    throw error;
  }
}

interface Prepared {
  bytes: Buffer;
  /** Where the signature dictionary begins. */
  from: number;
}

function prepare(file: PdfFile, sealKey: SealKey, options: SealingOptions): Prepared {
  if (file.trailer.has('Encrypt')) throw new PdfSyntaxError('文件已加密');
  const issuer = file.findInfo(mark.issuer);
  if (issuer !== undefined && issuer !== sealKey.bodyName && !options.countersign) {
    throw new DomainError('SEAL_NOT_OF_ISSUER', { seal: sealKey.bodyName, issuer });
  }
  const catalog = file.catalog;
  const form: Dictionary = catalog.has('AcroForm') ? file.getDictionary(catalog.get('AcroForm')) : new Map();
  const fields = file.resolve(form.get('Fields')) ?? [];
  if (!Array.isArray(fields)) throw new PdfSyntaxError('broken form');
  const pages = file.pages();
  const place = placeOfSeal(file, fields.length, pages.length);
  const pageRef = pages[place.page]!;

  const update = new IncrementalUpdate(file);
  const [signature, picture, widget] = [update.newRef(), update.newRef(), update.newRef()];
  update.setRaw(signature, signatureDictionary(sealKey, options));
  update.setStream(picture, pictureDictionary(), deflateSync(sealKey.picture));
  update.set(widget, widgetOf({ signature, picture, pageRef, place, number: fields.length + 1 }));
  addToPage(file, update, pageRef, widget);
  addToForm(file, update, form, [...fields, widget]);
  return { bytes: update.bytes(), from: file.bytes.length };
}

/** The place that the document keeps for its n-th seal; a further one goes to the left of the last, else to the lower right of the last page. */
function placeOfSeal(file: PdfFile, n: number, pageCount: number): SealPlace {
  const places = readSealPlaces(file.findInfo(mark.sealPlaces) ?? '').filter((place) => place.page < pageCount);
  if (places[n]) return places[n];
  const last = places[places.length - 1] ?? { page: pageCount - 1, x: paper.width - mm(26) - SEAL_DIAMETER / 2, y: mm(60) };
  const beyond = n - Math.max(0, places.length - 1);
  return { ...last, x: Math.max(SEAL_DIAMETER / 2, last.x - beyond * SEAL_DIAMETER * 1.05) };
}

function signatureDictionary(sealKey: SealKey, { reason, at, location }: SealingOptions): string {
  const entries: [string, PdfValue][] = [
    ['Type', new Name('Sig')],
    ['Filter', new Name('Adobe.PPKLite')],
    ['SubFilter', new Name('ETSI.CAdES.detached')],
    ['Name', PdfText.of(sealKey.bodyName)],
    ['Reason', PdfText.of(reason)],
    ...(location ? [['Location', PdfText.of(location)] as [string, PdfValue]] : []),
    ['M', PdfText.of(pdfDate(at))],
  ];
  const written = entries.map(([key, value]) => `/${key} ${writeValue(value)}`).join('\n');
  return `<<\n${written}\n${RANGE_ROOM}\n/Contents <${'0'.repeat(SIGNATURE_ROOM * 2)}>\n>>`;
}

/** Date of PDF in Beijing time, e.g. D:20260525103000+08'00'. */
function pdfDate(at: Date): string {
  const beijing = new Date(at.getTime() + 8 * 3600 * 1000);
  return `D:${beijing.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+08'00'`;
}

function pictureDictionary(): Dictionary {
  const multiply: Dictionary = new Map<string, PdfValue>([['Type', new Name('ExtGState')], ['BM', new Name('Multiply')]]);
  const states: Dictionary = new Map<string, PdfValue>([['Multiply', multiply]]);
  return new Map<string, PdfValue>([
    ['Type', new Name('XObject')],
    ['Subtype', new Name('Form')],
    ['BBox', [0, 0, SEAL_DIAMETER, SEAL_DIAMETER]],
    ['Resources', new Map<string, PdfValue>([['ExtGState', states]])],
    ['Filter', new Name('FlateDecode')],
  ]);
}

function widgetOf(parts: { signature: Ref; picture: Ref; pageRef: Ref; place: SealPlace; number: number }): Dictionary {
  const { x, y } = parts.place;
  const half = SEAL_DIAMETER / 2;
  return new Map<string, PdfValue>([
    ['Type', new Name('Annot')],
    ['Subtype', new Name('Widget')],
    ['FT', new Name('Sig')],
    ['T', PdfText.of(`Seal${parts.number}`)],
    ['V', parts.signature],
    ['P', parts.pageRef],
    ['Rect', [x - half, y - half, x + half, y + half]],
    // Print and Locked
    ['F', 132],
    ['AP', new Map<string, PdfValue>([['N', parts.picture]])],
  ]);
}

function addToPage(file: PdfFile, update: IncrementalUpdate, pageRef: Ref, widget: Ref): void {
  const page: Dictionary = new Map(file.getDictionary(pageRef));
  const annotations = file.resolve(page.get('Annots')) ?? [];
  if (!Array.isArray(annotations)) throw new PdfSyntaxError('broken annotations');
  page.set('Annots', [...annotations, widget]);
  update.set(pageRef, page);
}

function addToForm(file: PdfFile, update: IncrementalUpdate, form: Dictionary, fields: PdfValue[]): void {
  const newForm: Dictionary = new Map(form);
  newForm.set('Fields', fields);
  // SignaturesExist and AppendOnly
  newForm.set('SigFlags', 3);
  const root = file.trailer.get('Root');
  if (!(root instanceof Ref)) throw new PdfSyntaxError('broken trailer');
  const formRef = file.catalog.get('AcroForm');
  if (formRef instanceof Ref) update.set(formRef, newForm);
  else update.set(root, new Map(file.catalog).set('AcroForm', newForm));
}

/** Fills in the byte range (everything but the signature itself) and the signature, without moving a byte. */
function sign({ bytes, from }: Prepared, sealKey: SealKey): Buffer {
  const gap = bytes.indexOf('/Contents <', from) + '/Contents '.length;
  const gapEnd = gap + SIGNATURE_ROOM * 2 + 2;
  const range = `/ByteRange [0 ${gap} ${gapEnd} ${bytes.length - gapEnd}]`.padEnd(RANGE_ROOM.length);
  bytes.write(range, bytes.indexOf(RANGE_ROOM, from), 'latin1');
  const signature = signDetached([bytes.subarray(0, gap), bytes.subarray(gapEnd)], sealKey);
  bytes.write(signature.toString('hex'), gap + 1, 'latin1');
  return bytes;
}
