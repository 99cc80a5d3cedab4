import { ValidateBy } from 'class-validator';
import { says } from '../messages.js';
import { polygonRing, ringCrossesItself } from '../red-line-area.js';

/** A GeoJSON polygon of one closed ring that lies in China and does not cross itself. */
export function isClosedPolygon(value: unknown): boolean {
  const ring = polygonRing(value);
  if (!ring || ring.length < 4 || ring.length > 1000) return false;
  const [first, last] = [ring[0]!, ring[ring.length - 1]!];
  if (first[0] !== last[0] || first[1] !== last[1]) return false;
  if (!ring.every(([longitude, latitude]) => longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54)) return false;
  return !ringCrossesItself(ring);
}

export function IsClosedPolygon(): PropertyDecorator {
  return ValidateBy(
    { name: 'isClosedPolygon', validator: { validate: isClosedPolygon } },
    says('用地红线应为首尾闭合、不自相交的多边形（经度、纬度，CGCS2000）', 'The red line must be a closed polygon that does not cross itself (longitude, latitude, CGCS2000)'),
  );
}
