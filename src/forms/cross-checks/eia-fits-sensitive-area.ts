import { fault } from '../field-fault.js';
import { flag, word, type CrossCheck } from './cross-check.js';

/** A project that touches a sensitive area always has an EIA category above "none" (分类管理名录). */
export const eiaFitsSensitiveArea: CrossCheck = {
  key: 'eia-fits-sensitive-area',
  needs: ['S10'],
  check: (form) =>
    flag(form, 'S10', 'sensitiveArea') === true && word(form, 'S10', 'eiaCategory') === 'none'
      ? [fault('/S10/eiaCategory', '涉及环境敏感区的项目应开展环境影响评价', 'A project in a sensitive area needs an EIA')]
      : [],
};
