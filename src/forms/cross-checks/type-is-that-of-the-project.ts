import { fault } from '../field-fault.js';
import { word, type CrossCheck } from './cross-check.js';

/** The form names the type under which the project was opened: items, limits and flow were chosen for it. */
export const typeIsThatOfTheProject: CrossCheck = {
  key: 'type-is-that-of-the-project',
  needs: ['S01'],
  check: (form, { projectType }) => {
    const stated = word(form, 'S01', 'projectType');
    if (stated === undefined || projectType === undefined || stated === projectType) return [];
    return [fault('/S01/projectType', '与建立项目时选择的项目类型不一致', 'Not the type under which the project was opened')];
  },
};
