import type { Condition } from '../condition.js';
import { Decimal } from '../fields/number.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';

const duty: Condition = { field: '/S12/civilDefenceDuty', equals: true };
const relocated: Condition = { all: [duty, { field: '/S12/relocation', equals: true }] };

/** S12 人民防空. Either the basement is built or, with a reason and against a fee, elsewhere (易地建设). */
export class CivilDefence {
  @YesNo({ zh: '是否为应建防空地下室的民用建筑', en: 'Civil building with the duty to build', required: true })
  civilDefenceDuty?: boolean;

  @Decimal({ zh: '应建防空地下室面积', en: 'Basement due', unit: '㎡', unitEn: 'm²', decimals: 2, showWhen: duty, required: duty })
  requiredArea?: number;

  @Decimal({ zh: '拟建防空地下室面积', en: 'Basement planned', unit: '㎡', unitEn: 'm²', decimals: 2, showWhen: duty, required: duty })
  plannedArea?: number;

  @YesNo({ zh: '是否申请易地建设', en: 'Relocation requested', showWhen: duty, required: duty })
  relocation?: boolean;

  @Text({ zh: '易地建设原因', en: 'Reason for relocation', max: 1000, multiline: true, showWhen: relocated, required: relocated })
  relocationReason?: string;
}
