import { fault, type FieldFault } from '../field-fault.js';
import { polygonRing, ringArea } from '../red-line-area.js';
import { figure, type CheckedForm, type CrossCheck } from './cross-check.js';

/** New land lies within the land area; the red line encloses the stated area to one per cent. */
export const landAreaFits: CrossCheck = {
  key: 'land-area-fits',
  needs: ['S05'],
  check: (form) => [...newWithinTotal(form), ...redLineFits(form)],
};

function newWithinTotal(form: CheckedForm): FieldFault[] {
  const [land, fresh] = [figure(form, 'S05', 'landArea'), figure(form, 'S05', 'newLandArea')];
  if (land === undefined || fresh === undefined || fresh <= land) return [];
  return [fault('/S05/newLandArea', '新增用地面积不能大于用地面积', 'Newly used land cannot exceed the land area')];
}

function redLineFits(form: CheckedForm): FieldFault[] {
  const land = figure(form, 'S05', 'landArea');
  const ring = polygonRing(form['S05']?.['redLine']);
  if (land === undefined || !ring) return [];
  const enclosed = ringArea(ring);
  if (Math.abs(enclosed - land) <= land * 0.01) return [];
  return [fault('/S05/redLine', `红线围合面积为 ${enclosed.toFixed(2)} ㎡，与用地面积相差超过 1%`, `The red line encloses ${enclosed.toFixed(2)} m², more than 1 % off the land area`)];
}
