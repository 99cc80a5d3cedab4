import type { Condition } from '../condition.js';
import { Texts } from '../fields/list-of.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';

const inspected: Condition = { field: './siteInspected', equals: true };

/** 经办审查. A site check is made by at least two officers (行政许可法 art. 34). */
export class Examination {
  @Text({ zh: '审查意见', en: 'Opinion', max: 2000, multiline: true, required: true })
  opinion?: string;

  @Text({ zh: '审查依据', en: 'Basis', max: 1000, multiline: true })
  basis?: string;

  @Text({ zh: '附加条件', en: 'Conditions', max: 1000, multiline: true })
  conditions?: string;

  @YesNo({ zh: '是否现场核查', en: 'Site inspected' })
  siteInspected?: boolean;

  @PlainDate({ zh: '核查日期', en: 'Day of inspection', showWhen: inspected, required: inspected })
  inspectedOn?: string;

  @Texts({ zh: '核查人员', en: 'Officers', min: 2, max: 10, maxLength: 50, showWhen: inspected, required: inspected, help: '至少两名', helpEn: 'At least two' })
  officers?: string[];

  @Text({ zh: '核查情况', en: 'Findings', max: 2000, multiline: true, showWhen: inspected, required: inspected })
  findings?: string;

  @Texts({ zh: '意见所依据的内容', en: 'What the opinion rests on', max: 100, maxLength: 200, help: '表单字段或材料代码；其中内容补正后，只请本意见重新确认', helpEn: 'Fields of the form or materials; when one of them is corrected, this opinion is asked again' })
  reliedOn?: string[];
}
