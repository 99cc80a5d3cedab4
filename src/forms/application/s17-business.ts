import { Choice } from '../fields/choice.js';
import { Decimal, WholeNumber } from '../fields/number.js';
import { Text } from '../fields/text.js';
import { entityTypes } from './code-lists.js';

/** S17 经营主体与经营场所. For the items of running enterprises. */
export class Business {
  @Text({ zh: '经营主体名称', en: 'Name of the business entity', max: 200, required: true })
  entityName?: string;

  @Choice({ zh: '经营主体类型', en: 'Kind of business entity', options: entityTypes, required: true })
  entityType?: string;

  @Text({ zh: '经营场所', en: 'Place of business', max: 200, required: true })
  premises?: string;

  @Text({ zh: '经营范围', en: 'Scope of business', max: 2000, multiline: true, required: true })
  businessScope?: string;

  @Decimal({ zh: '注册资本', en: 'Registered capital', unit: '万元', unitEn: '10 000 yuan', decimals: 4 })
  registeredCapital?: number;

  @WholeNumber({ zh: '从业人数', en: 'Employees', unit: '人', unitEn: 'persons', max: 1000000 })
  employees?: number;
}
