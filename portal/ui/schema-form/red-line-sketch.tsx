import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Polygon } from './red-line.js';

const size = 200;
const margin = 10;

/** The outline of a parcel, north up, so that a mistyped corner shows. */
export function RedLineSketch({ polygon }: { polygon: Polygon | string | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const ring = typeof polygon === 'object' ? (polygon.coordinates?.[0] ?? []) : [];
  if (ring.length < 4) return null;
  const latitude = (ring[0] as readonly [number, number])[1];
  // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
  const points = ring.map(([x, y]) => [x * Math.cos((latitude * Math.PI) / 180), y] as const);
  const left = Math.min(...points.map(([x]) => x));
  const top = Math.max(...points.map(([, y]) => y));
  const span = Math.max(Math.max(...points.map(([x]) => x)) - left, top - Math.min(...points.map(([, y]) => y)), 1e-9);
  const scale = (size - 2 * margin) / span;
  return (
    <svg className="red-line-sketch" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('用地红线示意，共 {{n}} 个拐点', { n: ring.length - 1 })}>
      <polygon points={points.map(([x, y]) => `${margin + (x - left) * scale},${margin + (top - y) * scale}`).join(' ')} />
    </svg>
  );
}
