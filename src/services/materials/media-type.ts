import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '../../errors/domain-error.js';

/** What an office accepts, told by the content of a file and never by its name. */
const accepted: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/tiff': 'TIFF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/zip': 'ZIP/OFD',
  'image/vnd.dwg': 'DWG',
};

/** The media type of these bytes. Throws FILE_TYPE_REFUSED with the accepted kinds. */
export async function mediaTypeOf(bytes: Uint8Array, name: string): Promise<string> {
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? (isDwg(bytes) ? 'image/vnd.dwg' : undefined);
  if (found && accepted[found]) return found;
  throw new DomainError('FILE_TYPE_REFUSED', { name, accepted: Object.values(accepted).join('、') });
}

/** Drawings of AutoCAD begin with their version, e.g. `AC1032`. */
const isDwg = (bytes: Uint8Array): boolean => /^AC10\d\d/.test(Buffer.from(bytes.subarray(0, 6)).toString('latin1'));
