import { DomainError } from '../../errors/domain-error.js';
import { InputReader } from '../input-reader.js';
import type { PlainDate } from '../plain-date.js';

/** One item (or other in-scope activity) of a project: it runs from `from`, not counted, to `to`, counted. */
export interface ProjectClockItem {
  readonly id: string;
  readonly from: PlainDate;
  /** Absent while the item is still running. */
  readonly to?: PlainDate;
  /** Each takes out the days after `from` up to and including `to`; without `to` it is still open. */
  readonly pauses?: readonly { readonly from: PlainDate; readonly to?: PlainDate }[];
}

/** What the clock of a project, or of one stage of it, is computed from. */
export interface ProjectClockInput {
  readonly limitWorkdays: number;
  readonly asOf: PlainDate;
  readonly items: readonly ProjectClockItem[];
}

/** Turns unknown JSON into an input, or throws `CLOCK_INPUT_INVALID` whose details hold every fault with its place. */
export function readProjectClockInput(json: unknown): ProjectClockInput {
  const reader = new InputReader();
  if (reader.isObject(json, '')) {
    reader.count(json['limitWorkdays'], '/limitWorkdays');
    const asOf = reader.date(json['asOf'], '/asOf');
    const items = json['items'];
    const ids = new Set<string>();
    if (reader.isList(items, '/items')) items.forEach((item, index) => readItem(reader, item, { place: `/items/${index}`, asOf, ids }));
  }
  if (reader.faults.length > 0) throw new DomainError('CLOCK_INPUT_INVALID', { ...reader.faults[0], faults: reader.faults });
  return json as ProjectClockInput;
}

function readItem(reader: InputReader, item: unknown, { place, asOf, ids }: { place: string; asOf: PlainDate | null; ids: Set<string> }): void {
  if (!reader.isObject(item, place)) return;
  const id = reader.text(item['id'], `${place}/id`);
  if (id !== null && ids.has(id)) reader.report(`${place}/id`, `“${id}”重复`, `"${id}" is given twice`);
  if (id !== null) ids.add(id);
  const from = readSpan(reader, item, place);
  if (from && asOf) reader.span(from, asOf, `${place}/from`);
  const pauses = item['pauses'];
  if (pauses === undefined || pauses === null || !reader.isList(pauses, `${place}/pauses`)) return;
  pauses.forEach((pause, index) => {
    if (reader.isObject(pause, `${place}/pauses/${index}`)) readSpan(reader, pause, `${place}/pauses/${index}`);
  });
}

function readSpan(reader: InputReader, span: Record<string, unknown>, place: string): PlainDate | null {
  const from = reader.date(span['from'], `${place}/from`);
  const to = span['to'] === undefined || span['to'] === null ? null : reader.date(span['to'], `${place}/to`);
  if (from && to && to < from) reader.report(`${place}/to`, `结束日期 ${to} 早于开始日期 ${from}`, `it ends on ${to}, before ${from}`);
  return from;
}
