import { fault, type FieldFault } from '../field-fault.js';
import { rows, type CrossCheck } from './cross-check.js';

/** The supervisor is not the contractor, the reviewer of drawings not the designer (建筑法 art. 34; 质量条例 art. 35); nobody stands twice in one role. */
const mustDiffer: readonly (readonly [string, string, string, string])[] = [
  ['construction', 'supervision', '监理单位不能与施工单位为同一单位', 'The supervisor cannot be the contractor'],
  ['design', 'drawingReview', '施工图审查单位不能与设计单位为同一单位', 'The reviewer of drawings cannot be the designer'],
  ['construction', 'testing', '检测单位不能与施工单位为同一单位', 'The testing body cannot be the contractor'],
];

export const participantsAreIndependent: CrossCheck = {
  key: 'participants-are-independent',
  needs: ['S14'],
  check: (form) => {
    const participants = rows(form, 'S14', 'participants');
    const faults: FieldFault[] = [];
    participants.forEach((participant, index) => {
      const at = `/S14/participants/${index}/creditCode`;
      for (const [first, second, zh, en] of mustDiffer) {
        const clash = participant['role'] === second && participants.some((other) => other['role'] === first && other['creditCode'] === participant['creditCode'] && participant['creditCode'] !== undefined);
        if (clash) faults.push(fault(at, zh, en));
      }
      const twice = participants.findIndex((other) => other['role'] === participant['role'] && other['creditCode'] === participant['creditCode'] && participant['creditCode'] !== undefined);
      if (twice < index && twice >= 0) faults.push(fault(at, '同一单位在同一类别中重复填写', 'The same body stands twice in this role'));
    });
    return faults;
  },
};
