/** Longitude and latitude in degrees, CGCS2000. */
export type Position = readonly [number, number];

/** The single ring of a GeoJSON polygon, or undefined when the value is something else. */
export function polygonRing(value: unknown): Position[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  if (type !== 'Polygon' || !Array.isArray(coordinates) || coordinates.length !== 1 || !Array.isArray(coordinates[0])) return undefined;
  const ring = coordinates[0] as unknown[];
  const isPosition = (position: unknown): position is Position => Array.isArray(position) && position.length === 2 && position.every((part) => typeof part === 'number' && Number.isFinite(part));
  return ring.every(isPosition) ? ring : undefined;
}

// CGCS2000 ellipsoid.
const semiMajorAxis = 6378137;
const flattening = 1 / 298.257222101;
const eccentricity = Math.sqrt(flattening * (2 - flattening));

/**
 * The area of a ring in square metres on the CGCS2000 ellipsoid. Positions are carried into the equal-area cylindrical projection, where the
 * area of a polygon is exact; for a parcel the bend of its edges between corners is far below a square millimetre.
 */
export function ringArea(ring: readonly Position[]): number {
  const origin = ring[0];
  if (!origin) return 0;
  const points = ring.map(([longitude, latitude]) => project(longitude - origin[0], latitude));
  const base = points[0]!;
  let doubled = 0;
  for (let index = 0; index + 1 < points.length; index++) {
    const [x1, y1] = points[index]!;
    const [x2, y2] = points[index + 1]!;
    doubled += (x1 - base[0]) * (y2 - base[1]) - (x2 - base[0]) * (y1 - base[1]);
  }
  return Math.abs(doubled) / 2;
}

function project(longitude: number, latitude: number): Position {
  const sine = Math.sin((latitude * Math.PI) / 180);
  const q = (1 - eccentricity ** 2) * (sine / (1 - (eccentricity * sine) ** 2) + Math.log((1 + eccentricity * sine) / (1 - eccentricity * sine)) / (2 * eccentricity));
  return [(semiMajorAxis * longitude * Math.PI) / 180, (semiMajorAxis * q) / 2];
}

/** True when two edges that are not neighbours meet. */
export function ringCrossesItself(ring: readonly Position[]): boolean {
  const edges = ring.length - 1;
  for (let i = 0; i < edges; i++) {
    for (let j = i + 2; j < edges; j++) {
      if (i === 0 && j === edges - 1) continue;
      if (edgesMeet(ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!)) return true;
    }
  }
  return false;
}

function edgesMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (abc === 0 && within(a, b, c)) || (abd === 0 && within(a, b, d)) || (cda === 0 && within(c, d, a)) || (cdb === 0 && within(c, d, b));
}

function side(a: Position, b: Position, point: Position): number {
  return Math.sign((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]));
}

function within(a: Position, b: Position, point: Position): boolean {
  return point[0] >= Math.min(a[0], b[0]) && point[0] <= Math.max(a[0], b[0]) && point[1] >= Math.min(a[1], b[1]) && point[1] <= Math.max(a[1], b[1]);
}
