import { fault } from '../field-fault.js';
import { flag, word, type CrossCheck } from './cross-check.js';

/** An agent files only inside the period of the authority. */
export const agentAuthorityCoversFiling: CrossCheck = {
  key: 'agent-authority-covers-filing',
  needs: ['S04'],
  check: (form, { filedOn }) => {
    const [from, until] = [word(form, 'S04', 'authorisedFrom'), word(form, 'S04', 'authorisedUntil')];
    if (flag(form, 'S04', 'agentFiles') !== true || from === undefined || until === undefined) return [];
    if (until < from) return [fault('/S04/authorisedUntil', '授权期限的结束日期不能早于开始日期', 'The authority cannot end before it begins')];
    if (filedOn === undefined) return [];
    if (filedOn < from) return [fault('/S04/authorisedFrom', `申报日期 ${filedOn} 早于授权期限`, `The authority begins after the day of filing, ${filedOn}`)];
    if (filedOn > until) return [fault('/S04/authorisedUntil', `授权期限已于 ${until} 届满`, `The authority ended on ${until}`)];
    return [];
  },
};
