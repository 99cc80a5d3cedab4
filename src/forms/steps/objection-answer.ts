import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';

/** 答复异议, with reasons. */
export class ObjectionAnswer {
  @Text({ zh: '异议编号', en: 'Objection', max: 40, help: '只有一项待答复时可以不填', helpEn: 'May be left out when only one waits' })
  objection?: string;

  @YesNo({ zh: '采纳', en: 'Accepted', required: true })
  accepted?: boolean;

  @Text({ zh: '答复及理由', en: 'Answer', max: 4000, multiline: true, required: true })
  answer?: string;
}
