/** A parcel boundary as GeoJSON: one closed ring of CGCS2000 longitude and latitude. */
export interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly (readonly (readonly [number, number])[])[];
}

/** Reads corner points, one a line (`111.82,40.53`), into a closed polygon. A text that is none is handed back, so that the check can refuse it; a blank one is no answer. */
export function toPolygon(text: string): Polygon | string | undefined {
  const lines = text.normalize('NFKC').split('\n').map((line) => line.trim()).filter(Boolean);
  if (lines.length === 0) return undefined;
  const corners = lines.map((line) => line.split(/[,\s]+/).map(Number));
  if (corners.some((corner) => corner.length !== 2 || corner.some((part) => !Number.isFinite(part)))) return text;
  const ring = corners as unknown as (readonly [number, number])[];
  return { type: 'Polygon', coordinates: [closed(ring)] };
}

/** The corner points as lines, without the last one that repeats the first. */
export function toLines(polygon: Polygon | string | undefined): string {
  if (typeof polygon === 'string') return polygon;
  const ring = polygon?.coordinates?.[0] ?? [];
  return ring.slice(0, -1).map(([longitude, latitude]) => `${longitude},${latitude}`).join('\n');
}

function closed(ring: (readonly [number, number])[]): (readonly [number, number])[] {
  const [first] = ring;
  const last = ring.at(-1);
  if (!first || !last) return ring;
  return ring.length > 1 && first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}
