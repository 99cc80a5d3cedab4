import { blank, faultsOfRecord, faultsOfRemedies, isBlank, isPlainDate, type Addressee, type DocumentRecord, type ItemOnPaper, type Norm, type Remedies } from '../document-record.js';
import { chineseDate, itemNames, remedyClause, sentence } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/** The four ways in which a permit ends by an act of the authority. They differ in ground, in blame and in compensation. */
export type PermitEnd = 'revoked' | 'recalled' | 'deregistered' | 'forfeited';

const titles: Record<PermitEnd, string> = {
  revoked: '撤销行政许可决定书',
  recalled: '撤回行政许可决定书',
  deregistered: '注销行政许可决定书',
  forfeited: '吊销行政许可决定书',
};

const verbs: Record<PermitEnd, string> = { revoked: '撤销', recalled: '撤回', deregistered: '注销', forfeited: '吊销' };

/** The article that carries each end (许可法 8, 69, 70; 行政处罚法 9). */
const articles: Record<PermitEnd, string> = {
  revoked: '《中华人民共和国行政许可法》第六十九条',
  recalled: '《中华人民共和国行政许可法》第八条',
  deregistered: '《中华人民共和国行政许可法》第七十条',
  forfeited: '《中华人民共和国行政处罚法》第九条',
};

/** 撤销 / 撤回 / 注销 / 吊销: which permit ends, why, on what basis, whether loss is made good, and the remedies. */
export interface PermitEndRecord extends DocumentRecord {
  end: PermitEnd;
  addressee: Addressee;
  items: ItemOnPaper[];
  /** Number and day of the decision or certificate that ends. */
  permitNumber: string;
  permitIssuedOn: string;
  reasons: string;
  /** A further norm besides the article of the end itself. */
  basis?: Norm;
  /** Whether lawful interests that were hurt are compensated (许可法 8, 69). */
  compensation: boolean;
  remedies: Remedies;
}

export const permitEnd: DocumentTemplate<PermitEndRecord> = {
  version: 1,
  style: 'letter',
  title: (record) => titles[record.end] ?? '行政许可终止决定书',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { items: '缺少许可事项', permitNumber: '缺少原许可的文号', reasons: '缺少事实和理由' }),
    ...(record.end in titles ? {} : { end: '应为撤销、撤回、注销或者吊销' }),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少被许可人名称' } : {}),
    ...(isPlainDate(record.permitIssuedOn) ? {} : { permitIssuedOn: '缺少原许可的日期' }),
    ...faultsOfRemedies(record.remedies),
  }),
  compose(sheet, record) {
    const verb = verbs[record.end];
    sheet.letterHead(titles[record.end]);
    sheet.addressee(record.addressee.name);
    sheet.paragraph(`本机关于${chineseDate(record.permitIssuedOn)}就${itemNames(record.items)}向你单位（个人）作出行政许可（${record.permitNumber}）。`);
    sheet.heading('一、事实和理由');
    sheet.paragraph(sentence(record.reasons));
    sheet.heading('二、决定');
    sheet.paragraph(`依照${articles[record.end]}${record.basis ? `和${record.basis}` : ''}的规定，决定${verb}上述行政许可。原许可证件自本决定生效之日起不再有效。`);
    if (record.compensation) sheet.paragraph('因此给你单位（个人）合法权益造成财产损失的，本机关依法予以补偿或者赔偿，你单位（个人）可以向本机关提出申请。');
    sheet.heading('三、救济途径');
    sheet.closeWith(remedyClause(record.remedies));
  },
};
