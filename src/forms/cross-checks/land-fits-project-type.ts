import { fault } from '../field-fault.js';
import { flag, word, type CrossCheck } from './cross-check.js';

/** "Land sold with its scheme" as project type and as answer say the same thing. */
export const landFitsProjectType: CrossCheck = {
  key: 'land-fits-project-type',
  needs: ['S01'],
  check: (form) => {
    if (word(form, 'S01', 'projectType') !== 'SOCIAL_WITH_SCHEME' || flag(form, 'S01', 'landWithScheme') !== false) return [];
    return [fault('/S01/landWithScheme', '项目类型为带方案出让用地，此项应选“是”', 'The type of project says that the land was sold with its scheme')];
  },
};
