import { Attachment } from '../fields/attachment.js';
import { Choice } from '../fields/choice.js';
import { ListOf } from '../fields/list-of.js';
import { WholeNumber } from '../fields/number.js';
import { Text } from '../fields/text.js';
import { documentForms, materialSources } from './code-lists.js';

/** One line of the list of papers. */
export class MaterialLine {
  @Text({ zh: '材料代码', en: 'Material code', max: 120, required: true })
  materialCode?: string;

  @Text({ zh: '材料名称', en: 'Material', max: 200, required: true })
  name?: string;

  @Choice({ zh: '材料来源', en: 'Source', options: materialSources, required: true })
  source?: string;

  @WholeNumber({ zh: '份数', en: 'Copies', unit: '份', unitEn: 'copies', max: 99 })
  copies?: number;

  @Choice({ zh: '原件或复印件', en: 'Original or copy', options: documentForms })
  documentForm?: string;

  @Text({ zh: '免交原因', en: 'Why it need not be handed in', max: 200 })
  exemptReason?: string;

  @Attachment({ zh: '材料附件', en: 'File' })
  attachment?: string;
}

/** S20 材料目录与附件. What data sharing answers or an earlier item produced is listed, never asked. */
export class MaterialsList {
  @ListOf(() => MaterialLine, { zh: '材料目录', en: 'List of papers', max: 200, carried: false })
  materials?: MaterialLine[];
}
