import { mm } from '../layout/paper.js';
import { PdfFile } from '../pdf/pdf-file.js';
import { type Dictionary, Name, type PdfValue, Ref, writeValue } from '../pdf/pdf-value.js';

/** 60 mm: no official seal is larger. */
const LARGEST_SEAL = mm(60);

/**
 * Was nothing but seals added to a file since its first seal?
 *
 * A later signer could otherwise replace the text under an earlier seal while both signatures stay valid. Allowed are: signature dictionaries, their
 * visible fields and pictures as new objects; a longer list of annotations on a page; a longer list of form fields. Everything else, and every
 * file whose revisions cannot be read, counts as changed.
 * @param ends ends of the signed ranges in ascending order
 */
export function isOnlySealedSince(bytes: Buffer, ends: readonly number[]): boolean {
  try {
    for (let i = 1; i < ends.length; i++) {
      const before = new PdfFile(bytes.subarray(0, ends[i - 1]), ends[i - 1]);
      const after = new PdfFile(bytes.subarray(0, ends[i]), ends[i]);
      if (!onlySealsBetween(before, after)) return false;
    }
    return true;
  } catch {
    return false;
  }
}

function onlySealsBetween(before: PdfFile, after: PdfFile): boolean {
  const added = after.revisions.filter((revision) => !before.revisions.some((old) => old.start === revision.start));
  if (before.revisions.length + added.length !== after.revisions.length) return false;
  for (const key of ['Root', 'Info', 'Encrypt', 'XRefStm']) {
    if (!same(before.trailer.get(key), after.trailer.get(key))) return false;
  }
  const touched = new Set(added.flatMap((revision) => [...revision.offsets.keys()]));
  return [...touched].every((number) => isAllowed(new Ref(number), before, after));
}

function isAllowed(ref: Ref, before: PdfFile, after: PdfFile): boolean {
  const now = after.getObject(ref);
  if (!before.revisions.some((revision) => revision.offsets.has(ref.number))) {
    return now.value instanceof Map && (now.isStream ? isPicture(now.value) : isSignature(now.value) || isSealField(now.value));
  }
  const was = before.getObject(ref);
  if (was.isStream || now.isStream || !(was.value instanceof Map) || !(now.value instanceof Map)) return false;
  return sameExceptGrowth(was.value, now.value, { before, after });
}

/** Entries may only differ where seals are listed, and the old part of such a list must be kept. */
function sameExceptGrowth(was: Dictionary, now: Dictionary, files: { before: PdfFile; after: PdfFile }): boolean {
  const isForm = now.has('Fields');
  const growing = is(now, 'Type', 'Page') ? ['Annots'] : isForm ? ['Fields'] : is(now, 'Type', 'Catalog') ? ['AcroForm'] : [];
  for (const key of new Set([...was.keys(), ...now.keys()])) {
    if (same(was.get(key), now.get(key))) continue;
    if (isForm && key === 'SigFlags') continue;
    if (!growing.includes(key)) return false;
    if (key === 'AcroForm') {
      const [oldForm, newForm] = [files.before.resolve(was.get(key)) ?? new Map<string, PdfValue>(), files.after.resolve(now.get(key))];
      if (!(oldForm instanceof Map) || !(newForm instanceof Map) || !sameExceptGrowth(oldForm, newForm, files)) return false;
    } else if (!onlySealsAppended(files.before.resolve(was.get(key)) ?? [], files.after.resolve(now.get(key)), files)) return false;
  }
  return true;
}

function onlySealsAppended(was: PdfValue, now: PdfValue | undefined, { before, after }: { before: PdfFile; after: PdfFile }): boolean {
  if (!Array.isArray(was) || !Array.isArray(now) || now.length < was.length) return false;
  if (!was.every((value, index) => same(value, now[index]))) return false;
  return now.slice(was.length).every((value) => {
    const field = value instanceof Ref && !before.revisions.some((revision) => revision.offsets.has(value.number)) ? after.getObject(value).value : null;
    return field instanceof Map && isSealField(field);
  });
}

const isSignature = (value: Dictionary): boolean => is(value, 'Type', 'Sig');
const isSealField = (value: Dictionary): boolean => is(value, 'Subtype', 'Widget') && is(value, 'FT', 'Sig') && isSealSized(value.get('Rect'));
const isPicture = (value: Dictionary): boolean => is(value, 'Type', 'XObject') && is(value, 'Subtype', 'Form');

/** A picture larger than a seal could be laid over the text. */
function isSealSized(rectangle: PdfValue | undefined): boolean {
  if (!Array.isArray(rectangle) || !rectangle.every((edge) => typeof edge === 'number')) return false;
  const [left, bottom, right, top] = rectangle as number[];
  return Math.abs(right! - left!) <= LARGEST_SEAL && Math.abs(top! - bottom!) <= LARGEST_SEAL;
}

function is(dictionary: Dictionary, key: string, name: string): boolean {
  const value = dictionary.get(key);
  return value instanceof Name && value.name === name;
}

function same(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return writeValue(a) === writeValue(b);
}
