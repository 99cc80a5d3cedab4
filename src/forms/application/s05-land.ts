import type { Condition } from '../condition.js';
import { Choice } from '../fields/choice.js';
import { Decimal } from '../fields/number.js';
import { PlainDate } from '../fields/plain-date.js';
import { RedLine } from '../fields/red-line.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';
import type { Position } from '../red-line-area.js';
import { IsLandUseCode } from '../validators/is-land-use-code.js';
import { IsRealEstateUnit } from '../validators/is-real-estate-unit.js';
import { landSupplies } from './code-lists.js';

const hasPaper: Condition = { field: '/S05/landSupply', in: ['allocation', 'sale', 'lease', 'equity'] };

/** S05 用地信息. */
export class Land {
  @Choice({ zh: '供地方式', en: 'Way of land supply', options: landSupplies, required: true })
  landSupply?: string;

  @Decimal({ zh: '用地面积', en: 'Land area', unit: '㎡', unitEn: 'm²', decimals: 2, required: true })
  landArea?: number;

  @Decimal({ zh: '新增用地面积', en: 'Newly used land', unit: '㎡', unitEn: 'm²', decimals: 2 })
  newLandArea?: number;

  @Text({ zh: '用地性质', en: 'Land use', help: '用地用海分类代码，例如 100101', helpEn: 'Land-use code, e.g. 100101', max: 6, required: true })
  @IsLandUseCode()
  landUseCode?: string;

  @Text({ zh: '土地合同或决定书编号', en: 'Number of the land contract or decision', max: 100, showWhen: hasPaper, help: '工程建设许可阶段起必填', helpEn: 'Required from the engineering stage on' })
  landPaperNumber?: string;

  @PlainDate({ zh: '土地合同或决定书签订日期', en: 'Date of the land contract or decision', showWhen: hasPaper })
  landPaperDate?: string;

  @Text({ zh: '不动产单元号', en: 'Real estate unit number', max: 34 })
  @IsRealEstateUnit()
  realEstateUnit?: string;

  @RedLine({ zh: '用地红线', en: 'Red line of the parcel', help: '闭合多边形，CGCS2000 经纬度；面积与用地面积相差不超过 1%', helpEn: 'Closed polygon; its area differs from the land area by at most 1 %', required: true })
  redLine?: { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] };

  @YesNo({ zh: '是否位于文物保护单位建设控制地带', en: 'In the control zone of a heritage site' })
  inHeritageControlZone?: boolean;

  @YesNo({ zh: '是否临时占用草原', en: 'Temporary use of grassland' })
  temporaryGrassland?: boolean;
}
