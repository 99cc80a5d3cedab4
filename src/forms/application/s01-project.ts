import { Choice } from '../fields/choice.js';
import { Decimal } from '../fields/number.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';
import { IsIndustryCode } from '../validators/is-industry-code.js';
import { IsProjectCode } from '../validators/is-project-code.js';
import { IsRegionCode } from '../validators/is-region-code.js';
import { constructionNatures, flowTypes, fundNatures, initiationTypes, investmentSources } from './code-lists.js';

/** S01 项目基本信息. The fields follow the project table of the ministry's data exchange. */
export class ProjectBasics {
  @Text({ zh: '项目代码', en: 'Project code', help: '投资项目在线审批监管平台赋予的统一代码，24 位', helpEn: 'Given by the investment platform, 24 characters', max: 24, required: true })
  @IsProjectCode()
  projectCode?: string;

  @Text({ zh: '项目名称', en: 'Project name', help: '与立项文件一致', helpEn: 'As in the initiation document', max: 200, required: true })
  projectName?: string;

  @Choice({ zh: '项目类型', en: 'Type of project', options: flowTypes, required: true })
  projectType?: string;

  @Choice({ zh: '立项类型', en: 'Kind of initiation', options: initiationTypes, required: true })
  initiationType?: string;

  @Choice({ zh: '投资来源', en: 'Source of investment', options: investmentSources, required: true })
  investmentSource?: string;

  @Choice({ zh: '资金属性', en: 'Nature of funds', options: fundNatures, required: true })
  fundNature?: string;

  @Choice({ zh: '建设性质', en: 'Nature of works', options: constructionNatures, required: true })
  constructionNature?: string;

  @Text({ zh: '国标行业', en: 'Industry (GB/T 4754)', help: '字母加至多四位数字，例如 I6450 互联网数据服务', helpEn: 'A letter and up to four digits, e.g. I6450', max: 5, required: true })
  @IsIndustryCode()
  industryCode?: string;

  @Text({ zh: '行政区划', en: 'Administrative division', help: '项目所在地六位代码，例如 150123 和林格尔县', helpEn: 'Six digits, e.g. 150123', max: 6, required: true, group: '建设地点' })
  @IsRegionCode()
  regionCode?: string;

  @Text({ zh: '建设地址', en: 'Address of the site', max: 200, required: true, group: '建设地点' })
  address?: string;

  @Decimal({ zh: '经度', en: 'Longitude', unit: '°', decimals: 6, min: 97, max: 127, group: '建设地点', help: 'CGCS2000' })
  longitude?: number;

  @Decimal({ zh: '纬度', en: 'Latitude', unit: '°', decimals: 6, min: 37, max: 54, group: '建设地点', help: 'CGCS2000' })
  latitude?: number;

  @PlainDate({ zh: '拟开工时间', en: 'Planned start of works', required: true })
  plannedStart?: string;

  @PlainDate({ zh: '拟建成时间', en: 'Planned completion', required: true })
  plannedFinish?: string;

  @Text({ zh: '建设内容及规模', en: 'Content and scale', max: 2000, multiline: true, required: true })
  scope?: string;

  @YesNo({ zh: '是否完成区域评估', en: 'Area assessment done', help: '用地完全位于有效的区域评估范围内时选“是”', helpEn: 'Yes when the parcel lies wholly inside a valid area assessment', required: true })
  areaAssessmentDone?: boolean;

  @YesNo({ zh: '土地是否带设计方案出让', en: 'Land sold with its design scheme', required: true })
  landWithScheme?: boolean;

  @YesNo({
    zh: '是否简化报批文件',
    en: 'Simplified documents',
    help: '政府投资条例第十三条：规模较小、已列入规划、改扩建或应急项目',
    helpEn: 'Government investment regulation, art. 13',
    showWhen: { field: '/S01/initiationType', equals: 'approval' },
  })
  simplifiedGovProcedure?: boolean;
}
