/** `[longitude, latitude]` in degrees. */
export type Point = readonly [number, number];

/** Does the point lie in the area? A point on the outline counts as inside or outside by the half-open rule, so that neighbouring areas never both claim it. */
export function liesIn([x, y]: Point, outline: readonly Point[]): boolean {
  let inside = false;
  for (let index = 0, before = outline.length - 1; index < outline.length; before = index, index += 1) {
    const [x1, y1] = outline[index] as Point;
    const [x2, y2] = outline[before] as Point;
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    if (crosses) inside = !inside;
  }
  return inside;
}
