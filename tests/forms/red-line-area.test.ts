import { ringArea, type Position } from '../../src/forms/red-line-area.js';
import { isClosedPolygon } from '../../src/forms/validators/is-closed-polygon.js';

/** A rectangle of the given size in degrees, closed. */
function rectangle(longitude: number, latitude: number, width: number, height: number): Position[] {
  return [[longitude, latitude], [longitude + width, latitude], [longitude + width, latitude + height], [longitude, latitude + height], [longitude, latitude]];
}

describe('the area inside a red line', () => {
  it('a band of a whole meridian degree has the area that the ellipsoid gives', () => {
    // The whole ellipsoid measures 510 065 621.7 km² (GRS80/CGCS2000); 1/360 of it lies in one degree of longitude.
    const band = ringArea([[0, -90], [1, -90], [1, 90], [0, 90], [0, -90]]);
    expect(band / 1e6).toBeCloseTo(510_065_621.7 / 360, 0);
  });

  it('a parcel of 200 m by 300 m near the New Area measures six hectares', () => {
    // At 40.5° north one degree is 84 765.0 m along the parallel and 111 042.8 m along the meridian (radii of CGCS2000).
    const area = ringArea(rectangle(111.8, 40.5, 200 / 84_765.0, 300 / 111_042.8));
    expect(Math.abs(area - 60_000)).toBeLessThan(30);
  });

  it('does not depend on the direction or on the first corner', () => {
    const ring = rectangle(111.8, 40.5, 0.002, 0.003);
    const turned = [...ring.slice(2, 4), ...ring.slice(0, 3)];
    expect(ringArea([...ring].reverse())).toBeCloseTo(ringArea(ring), 3);
    expect(ringArea(turned)).toBeCloseTo(ringArea(ring), 3);
  });

  it.each<[string, unknown, boolean]>([
    ['a closed rectangle', { type: 'Polygon', coordinates: [rectangle(111.8, 40.5, 0.002, 0.003)] }, true],
    ['an open line', { type: 'Polygon', coordinates: [rectangle(111.8, 40.5, 0.002, 0.003).slice(0, 4)] }, false],
    ['a bow tie', { type: 'Polygon', coordinates: [[[111.8, 40.5], [111.802, 40.503], [111.802, 40.5], [111.8, 40.503], [111.8, 40.5]]] }, false],
    ['latitude and longitude exchanged', { type: 'Polygon', coordinates: [rectangle(40.5, 111.8, 0.002, 0.003)] }, false],
    ['two rings', { type: 'Polygon', coordinates: [rectangle(111.8, 40.5, 0.002, 0.003), rectangle(111.8, 40.5, 0.001, 0.001)] }, false],
    ['a point', { type: 'Point', coordinates: [111.8, 40.5] }, false],
    ['text', 'POLYGON((…))', false],
  ])('%s: accepted %#', (_what, value, accepted) => {
    expect(isClosedPolygon(value)).toBe(accepted);
  });
});
