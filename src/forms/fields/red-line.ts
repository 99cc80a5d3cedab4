import { IsOptional } from 'class-validator';
import { registerField, type FieldLabels } from '../field-registry.js';
import { IsClosedPolygon } from '../validators/is-closed-polygon.js';

/** The boundary of a parcel (用地红线) as a GeoJSON polygon in CGCS2000 longitude and latitude, one ring, closed. */
export function RedLine(options: FieldLabels): PropertyDecorator {
  return (prototype, property) => {
    IsOptional()(prototype, property);
    IsClosedPolygon()(prototype, property);
    registerField(prototype, { ...options, key: String(property), kind: 'red-line', schema: redLineSchema });
  };
}

const redLineSchema = {
  type: 'object',
  required: ['type', 'coordinates'],
  additionalProperties: false,
  properties: {
    type: { const: 'Polygon' },
    coordinates: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: { type: 'array', minItems: 4, maxItems: 1000, items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number' } } },
    },
  },
};
