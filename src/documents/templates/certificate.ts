import { blank, faultsOfRecord, isBlank, type Addressee, type DocumentRecord, type Norm } from '../document-record.js';
import { label } from '../layout/table.js';
import type { DocumentTemplate } from './document-template.js';

/** 证照 / 批文: number, holder, content, term, issuing authority, seal and code (许可法 39; 国令716号 10: of the same force as paper). */
export interface CertificateRecord extends DocumentRecord {
  /** Name of the certificate as printed, e.g. 建设工程施工许可证. */
  certificateName: string;
  holder: Addressee;
  /** What the certificate proves, row by row, e.g. 建设规模 → 12 000 ㎡. */
  content: { label: string; value: string }[];
  /** Term of validity as printed; absent when the certificate has none. */
  validity?: string;
  basis: Norm[];
  /** Identifier of the electronic licence 电子证照标识. */
  licenceId?: string;
  conditions?: string[];
}

export const certificate: DocumentTemplate<CertificateRecord> = {
  version: 1,
  style: 'certificate',
  title: (record) => record.certificateName,
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { certificateName: '缺少证照名称', content: '缺少许可内容', basis: '缺少依据' }),
    ...(isBlank(record.holder?.name) ? { 'holder.name': '缺少持证人' } : {}),
  }),
  compose(sheet, record) {
    sheet.certificateHead(record.certificateName);
    sheet.paragraph(`依照${record.basis.join('、')}的规定，经审查，本项目符合许可条件，特发此证。`);
    sheet.space(0.3);
    const rows = [
      { label: '持证人', value: record.holder.name },
      ...(record.holder.idNumber ? [{ label: '统一社会信用代码（证件号码）', value: record.holder.idNumber }] : []),
      ...(record.projectName ? [{ label: '项目名称', value: record.projectName }] : []),
      ...(record.projectCode ? [{ label: '项目代码', value: record.projectCode }] : []),
      ...record.content,
      ...(record.validity ? [{ label: '有效期', value: record.validity }] : []),
      ...(record.licenceId ? [{ label: '电子证照标识', value: record.licenceId }] : []),
    ];
    sheet.table({ columns: [18, 46], minimum: 26, rows: rows.map((row) => [label(row.label), row.value]) });
    if (record.conditions && record.conditions.length > 0) {
      sheet.smallPrint(`遵守事项：\n${record.conditions.map((condition, index) => `${index + 1}.${condition}`).join('\n')}`);
    }
    sheet.closeWith(null);
  },
};
