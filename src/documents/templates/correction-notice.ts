import { blank, faultsOfRecord, isBlank, isPlainDate, type Addressee, type DocumentRecord, type Norm } from '../document-record.js';
import { centred } from '../layout/table.js';
import { chineseDate } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/**
 * 补正材料一次性告知书: everything that must be corrected, at once, with the norm behind each point, within five working days of receipt
 * (许可法 32(4); A6). It is sent once.
 */
export interface CorrectionNoticeRecord extends DocumentRecord {
  addressee: Addressee;
  receivedOn: string;
  points: CorrectionPoint[];
  /** Day until which the corrections should come in. */
  answerBy?: string;
  officer: string;
  phone: string;
}

export interface CorrectionPoint {
  /** Material or field. */
  subject: string;
  /** What is missing or wrong, and how it should be. */
  reason: string;
  norm: Norm;
}

export const correctionNotice: DocumentTemplate<CorrectionNoticeRecord> = {
  version: 1,
  style: 'form',
  title: () => '补正材料一次性告知书',
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { points: '缺少需要补正的内容', officer: '缺少承办人', phone: '缺少联系电话' }),
    ...(isBlank(record.addressee?.name) ? { 'addressee.name': '缺少申请人名称' } : {}),
    ...(isPlainDate(record.receivedOn) ? {} : { receivedOn: '缺少收到申请的日期' }),
    ...faultsOfPoints(record.points ?? []),
  }),
  compose(sheet, record) {
    sheet.formHead('补正材料一次性告知书');
    sheet.addressee(record.addressee.name);
    const project = record.projectName ? `“${record.projectName}”的` : '';
    sheet.paragraph(
      `你单位（个人）于${chineseDate(record.receivedOn)}提交的${project}申请收悉（办件编号：${record.caseNumber ?? '—'}）。经审查，申请材料不齐全或者不符合法定形式。依照《中华人民共和国行政许可法》第三十二条第一款第（四）项的规定，现将需要补正的全部内容一次告知如下：`,
    );
    sheet.table({
      columns: [6, 16, 26, 18],
      head: ['序号', '材料或填报项', '需要补正的内容', '依据'],
      rows: record.points.map((point, index) => [centred(String(index + 1)), point.subject, point.reason, point.norm]),
    });
    if (record.answerBy) sheet.paragraph(`请于${chineseDate(record.answerBy)}前提交上述补正材料。`);
    sheet.paragraph('补正材料齐全、符合法定形式的，本机关自收到全部补正材料之日起受理。补正期间不计入办理期限。除上述内容外，本机关不再另行要求补正。');
    sheet.closeWith(`特此告知。承办人：${record.officer}，联系电话：${record.phone}。`);
  },
};

function faultsOfPoints(points: readonly CorrectionPoint[]): Record<string, string> {
  const faults: Record<string, string> = {};
  points.forEach((point, index) => {
    if (isBlank(point.reason)) faults[`points[${index}].reason`] = `第${index + 1}项缺少补正内容`;
    if (isBlank(point.norm)) faults[`points[${index}].norm`] = `第${index + 1}项缺少依据`;
  });
  return faults;
}
