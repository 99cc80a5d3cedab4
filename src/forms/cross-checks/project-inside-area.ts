import { fault } from '../field-fault.js';
import { word, type CrossCheck } from './cross-check.js';

/** A project outside the delegation area belongs to another authority and is not accepted here (行政许可法 art. 32(2)). */
export const projectInsideArea: CrossCheck = {
  key: 'project-inside-area',
  needs: ['S01'],
  check: (form, { regions }) => {
    const region = word(form, 'S01', 'regionCode');
    if (region === undefined || regions === undefined || regions.includes(region)) return [];
    return [fault('/S01/regionCode', '项目不在新区承接事项的区域内，请向项目所在地的主管部门申请', 'The project lies outside the area of the New Area; apply to the authority of its place')];
  },
};
