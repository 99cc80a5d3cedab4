import { Decision } from '../../../entities/index.js';
import type { Item } from '../../../catalogue/item.js';
import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, normsOf, projectOnPaper } from './case-facts.js';
import { validityText } from './decision.js';

/** What a certificate shows of the project, from the one form: label → section and field with its unit. */
const shownFields: [label: string, section: string, field: string, unit: string][] = [
  ['建设地址', 'S01', 'address', ''],
  ['建设规模及内容', 'S01', 'scope', ''],
  ['总建筑面积', 'S08', 'totalFloorArea', ' 平方米'],
  ['总投资', 'S07', 'totalInvestment', ' 万元'],
];

/** 证照、批文 of an approved item, or the confirmation of a filing. */
export const certificate: DocumentBuilder = async (step, _body, extra) => {
  const facts = await caseFacts(step);
  const item = facts.items[0] as Item;
  const made = (await step.tx.findOne(Decision, 'caseId = ?', [step.caseRecord.id])) as Decision;
  const { validity: renewed, change, replaces } = (extra.reissue ?? {}) as { validity?: string; change?: string; replaces?: string };
  const terms = made.terms as { validFrom?: string; validUntil?: string };
  const validity = renewed ?? (terms.validUntil ? `${terms.validFrom ?? made.decidedOn}至${terms.validUntil}` : validityText(item));
  return {
    ...projectOnPaper(facts),
    certificateName: item.result.documentZh,
    holder: addresseeOf(facts),
    content: [
      { label: '事项', value: item.nameZh },
      ...shownFields.flatMap(([label, section, field, unit]) => {
        const value = facts.form[section]?.[field];
        return value === undefined || value === null || value === '' ? [] : [{ label, value: `${String(value)}${unit}` }];
      }),
      ...(change ? [{ label: '变更', value: change }] : []),
      ...(replaces ? [{ label: '换发', value: `原证照 ${replaces} 同时作废` }] : []),
    ],
    ...(validity && { validity }),
    basis: normsOf(item),
    ...(made.conditions && { conditions: [made.conditions] }),
  };
};
