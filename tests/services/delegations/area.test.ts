import { liesIn, type Point } from '../../../src/services/delegations/area.js';

/** An L: the upper right quarter of a square is missing. */
const area: Point[] = [[0, 0], [4, 0], [4, 2], [2, 2], [2, 4], [0, 4]];

describe('the place of a delegation', () => {
  it.each<[string, Point, boolean]>([
    ['in the lower bar', [3, 1], true],
    ['in the upper bar', [1, 3], true],
    ['in the missing quarter', [3, 3], false],
    ['to the left', [-1, 1], false],
    ['beyond a corner, level with two of them', [5, 2], false],
  ])('a point %s', (_where, point, inside) => {
    expect(liesIn(point, area)).toBe(inside);
  });

  it('a point on the border of two areas belongs to exactly one of them', () => {
    const west: Point[] = [[0, 0], [2, 0], [2, 2], [0, 2]];
    const east: Point[] = [[2, 0], [4, 0], [4, 2], [2, 2]];
    expect([liesIn([2, 1], west), liesIn([2, 1], east)].filter(Boolean)).toHaveLength(1);
  });

  it('does not care in which direction the outline runs', () => {
    expect(liesIn([1, 1], [...area].reverse())).toBe(true);
  });
});
