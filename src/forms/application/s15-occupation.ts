import type { Condition } from '../condition.js';
import { Choice, Choices } from '../fields/choice.js';
import { Decimal, WholeNumber } from '../fields/number.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';
import { occupiedFacilities, roadAges } from './code-lists.js';

const closedRoad: Condition = { field: '/S15/roadAge', in: ['newWithinFiveYears', 'overhauledWithinThreeYears'] };

/** S15 市政、道路、绿化占用. */
export class Occupation {
  @Choices({ zh: '涉及设施', en: 'Facilities touched', options: occupiedFacilities })
  facilities?: string[];

  @Text({ zh: '占用或施工位置', en: 'Place', max: 200, required: true })
  place?: string;

  @Decimal({ zh: '占用面积', en: 'Area occupied', unit: '㎡', unitEn: 'm²', decimals: 2 })
  occupiedArea?: number;

  @Decimal({ zh: '占用或挖掘长度', en: 'Length', unit: 'm', decimals: 2 })
  occupiedLength?: number;

  @PlainDate({ zh: '占用开始日期', en: 'From', required: true })
  occupiedFrom?: string;

  @PlainDate({ zh: '占用结束日期', en: 'Until', required: true })
  occupiedUntil?: string;

  @Choice({ zh: '道路限制挖掘情况', en: 'Age of the road', options: roadAges })
  roadAge?: string;

  @Text({ zh: '市级政府批准文号', en: 'Number of the city government approval', max: 100, showWhen: closedRoad, required: closedRoad, help: '限制挖掘期内挖掘须经城市人民政府批准', helpEn: 'Digging in the closed period needs its approval' })
  roadApprovalNumber?: string;

  @WholeNumber({ zh: '涉及树木数量', en: 'Trees touched', unit: '株', unitEn: 'trees', max: 100000 })
  treeCount?: number;

  @Text({ zh: '涉及树种', en: 'Species', max: 200, showWhen: { field: '/S15/treeCount', above: 0 }, required: { field: '/S15/treeCount', above: 0 } })
  treeSpecies?: string;

  @Text({ zh: '恢复或补救方案', en: 'Restoration plan', max: 2000, multiline: true })
  restorationPlan?: string;
}
