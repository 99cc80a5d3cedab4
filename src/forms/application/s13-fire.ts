import type { Condition } from '../condition.js';
import { Choice } from '../fields/choice.js';
import { YesNo } from '../fields/yes-no.js';
import { fireHazards, specialFireKinds } from './code-lists.js';

const special: Condition = { field: '/S13/specialFireWorks', equals: true };

/** S13 消防. Special works are reviewed and accepted, other works filed and spot-checked (住建部令51). */
export class Fire {
  @YesNo({ zh: '是否为特殊建设工程', en: 'Special construction works', required: true })
  specialFireWorks?: boolean;

  @Choice({ zh: '特殊建设工程类型', en: 'Kind of special works', options: specialFireKinds, showWhen: special, required: special })
  specialKind?: string;

  @Choice({ zh: '火灾危险性类别', en: 'Fire hazard class', options: fireHazards })
  hazardClass?: string;
}
