import { fieldsOfClass, type FieldSpec, type FormClass } from './field-registry.js';
import { fault, type FieldFault } from './field-fault.js';

/**
 * Moves untrusted data into an instance of a form class, field by field: only what the class declares, only values of the declared kind and
 * size, own members only. So unknown members (also `__proto__`), oversized texts and deep nests end here, before any rule looks at a value.
 * Blank texts, null and undefined count as "not answered".
 */
export function takeFields(formClass: FormClass, data: unknown, pointer: string, faults: FieldFault[]): Record<string, unknown> {
  const instance = new formClass() as Record<string, unknown>;
  if (!isPlainRecord(data)) {
    faults.push(fault(pointer, '应为对象', 'Must be an object'));
    return instance;
  }
  const fields = new Map(fieldsOfClass(formClass).map((field) => [field.key, field]));
  for (const key of Object.keys(data)) {
    const field = fields.get(key);
    const at = `${pointer}/${escapePointer(key)}`;
    if (!field) {
      faults.push(fault(at, '表单中没有这个字段', 'The form has no such field'));
      continue;
    }
    const value = takeValue(field, data[key], at, faults);
    if (value !== undefined) instance[key] = value;
  }
  return instance;
}

function takeValue(field: FieldSpec, value: unknown, at: string, faults: FieldFault[]): unknown {
  if (value === undefined || value === null) return undefined;
  switch (field.kind) {
    case 'text':
    case 'choice':
    case 'date':
    case 'attachment':
      return takeText(field.max ?? 64, value, at, faults);
    case 'yes-no':
      return typeof value === 'boolean' ? value : refuse(faults, at, '请选择“是”或“否”', 'Must be yes or no');
    case 'decimal':
    case 'whole-number':
      return typeof value === 'number' && Number.isFinite(value) ? value : refuse(faults, at, '应为数字', 'Must be a number');
    case 'texts':
    case 'choices':
      return takeList(field, value, at, faults)?.flatMap((entry, index) => takeText((field.kind === 'texts' && textLength(field)) || 64, entry, `${at}/${index}`, faults) ?? []);
    case 'list':
      return takeList(field, value, at, faults)?.map((entry, index) => takeFields(field.entry!(), entry, `${at}/${index}`, faults));
    case 'red-line':
      return takeRedLine(value, at, faults);
  }
}

function takeText(max: number, value: unknown, at: string, faults: FieldFault[]): string | undefined {
  if (typeof value !== 'string') return refuse(faults, at, '应为文字', 'Must be a text');
  if (value.length > max + 1000) return refuse(faults, at, `不能超过 ${max} 个字`, `At most ${max} characters`);
  const trimmed = value.trim();
  if (trimmed.length > max) return refuse(faults, at, `不能超过 ${max} 个字`, `At most ${max} characters`);
  if (hasForbiddenCharacter(trimmed)) return refuse(faults, at, '包含不能使用的控制字符', 'Holds control characters that cannot be used');
  return trimmed === '' ? undefined : trimmed;
}

function takeList(field: FieldSpec, value: unknown, at: string, faults: FieldFault[]): unknown[] | undefined {
  if (!Array.isArray(value)) return refuse(faults, at, '应为列表', 'Must be a list');
  const max = field.max ?? 100;
  if (value.length > max) return refuse(faults, at, `最多 ${max} 项`, `At most ${max} entries`);
  return value;
}

/** Rebuilds the polygon from numbers, so that nothing else can hide in it; whether it is closed is the validator's question. */
function takeRedLine(value: unknown, at: string, faults: FieldFault[]): unknown {
  const notAPolygon = (): undefined => refuse(faults, at, '用地红线应为多边形（GeoJSON Polygon）', 'The red line must be a GeoJSON polygon');
  if (!isPlainRecord(value) || value['type'] !== 'Polygon' || Object.keys(value).some((key) => key !== 'type' && key !== 'coordinates')) return notAPolygon();
  const rings = value['coordinates'];
  if (!Array.isArray(rings) || rings.length !== 1 || !Array.isArray(rings[0]) || rings[0].length > 1000) return notAPolygon();
  const ring = (rings[0] as unknown[]).map((position) => (Array.isArray(position) && position.length === 2 && position.every((part) => typeof part === 'number' && Number.isFinite(part)) ? [...(position as number[])] : undefined));
  return ring.includes(undefined) ? notAPolygon() : { type: 'Polygon', coordinates: [ring] };
}

function textLength(field: FieldSpec): number | undefined {
  return (field.schema['items'] as { maxLength?: number } | undefined)?.maxLength;
}

/**
 * Control characters other than tab and line break, halves of surrogate pairs and non-characters: neither a database nor a printed document can
 * hold them. Marks that turn the direction of writing: an official paper must read as it is stored. Joiners stay, Mongolian needs them.
 */
function hasForbiddenCharacter(text: string): boolean {
  return /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069\ufeff]/u.test(text);
}

function refuse(faults: FieldFault[], pointer: string, message: string, messageEn: string): undefined {
  faults.push(fault(pointer, message, messageEn));
  return undefined;
}

export function isPlainRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member name as part of a JSON pointer; cut short, because it comes from outside. */
function escapePointer(key: string): string {
  return key.slice(0, 100).replace(/~/g, '~0').replace(/\//g, '~1');
}
