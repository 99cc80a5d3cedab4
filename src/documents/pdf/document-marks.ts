/**
 * What a rendered document says about itself to the sealing and verifying code, in its document information dictionary:
 * plain entries beside title and author, so they are covered by every signature.
 */
export const mark = {
  verifyCode: 'OneStopVerifyCode',
  sealPlaces: 'OneStopSealPlaces',
  issuer: 'OneStopIssuer',
  number: 'OneStopNumber',
  kind: 'OneStopKind',
} as const;

/** Centre of a seal on a page, in points from the lower left corner. */
export interface SealPlace {
  /** Page index from 0. */
  page: number;
  x: number;
  y: number;
}

/** `0:410.5,201` for each place, separated by blanks. */
export function writeSealPlaces(places: readonly SealPlace[]): string {
  return places.map(({ page, x, y }) => `${page}:${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

/** The places that `writeSealPlaces` wrote; anything else is passed over. */
export function readSealPlaces(text: string): SealPlace[] {
  return [...text.matchAll(/(\d+):(-?[\d.]+),(-?[\d.]+)/g)].map(([, page, x, y]) => ({ page: Number(page), x: Number(x), y: Number(y) }));
}
