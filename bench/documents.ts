// Goal 23: signed one-page documents in a CPU second, over pdfkit + fontkit with a kept font buffer, unsigned, in the same run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { createSealKey, openSealKey, renderDocument, sealDocument, verifySealedPdf, type DocumentRecords } from '../src/documents/index.js';

const record: DocumentRecords['correction-notice'] = {
  issuer: { name: '和林格尔新区政务服务局' },
  issuedOn: '2026-05-25',
  number: '内和新审补〔2026〕3号',
  verifyCode: 'HN26-7K3M-Q9XD',
  verifyUrl: 'http://localhost:3000/verify/HN26-7K3M-Q9XD',
  caseNumber: 'HLNA-2026-00012',
  projectName: '和林格尔新区智算数据中心一期项目',
  addressee: { name: '内蒙古云谷智算科技有限公司' },
  receivedOn: '2026-05-25',
  points: [
    { subject: '施工图设计文件审查合格书', reason: '未加盖审查机构公章，请提交加盖公章的审查合格书。', norm: '《建设工程质量管理条例》第十一条' },
    { subject: '建设规模（总建筑面积）', reason: '申请表填报的面积与建设工程规划许可证载明的不一致，请核对后更正。', norm: '《建筑工程施工许可管理办法》第四条' },
  ],
  answerBy: '2026-06-15',
  officer: '王窗口',
  phone: '0471-1234567',
};

const sealKey = openSealKey(await createSealKey({ bodyName: record.issuer.name, title: '行政许可专用章', validFrom: new Date('2026-01-01T00:00:00Z') }));
const fontBuffer = readFileSync(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'));
const plainText = [record.number, record.addressee.name, record.projectName, record.issuer.name, ...record.points.flatMap((point) => [point.subject, point.reason, point.norm])].join('\n').repeat(2);

const sealed = async (): Promise<Uint8Array> =>
  sealDocument(await renderDocument('correction-notice', record), sealKey, { reason: '一次性告知补正', at: new Date('2026-05-25T02:30:00Z') });

const plain = (): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const pdf = new PDFDocument({ size: 'A4' });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.font(fontBuffer as unknown as string).fontSize(14).text(plainText);
    pdf.end();
  });

async function perCpuSecond(make: () => Promise<unknown>, count: number): Promise<number> {
  for (let i = 0; i < 10; i++) await make();
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) await make();
  const { user, system } = process.cpuUsage(before);
  return count / ((user + system) / 1e6);
}

const [ours, theirs] = [await perCpuSecond(sealed, 150), await perCpuSecond(plain, 100)];
const file = await sealed();
const verifications = await perCpuSecond(async () => verifySealedPdf(file), 300);
console.log(
  JSON.stringify({
    bench: 'documents',
    goal: 23,
    sealedPerCpuSecond: Math.round(ours),
    unsignedPdfkitPerCpuSecond: Math.round(theirs),
    ratio: Math.round((ours / theirs) * 100) / 100,
    wanted: 1,
    verificationsPerCpuSecond: Math.round(verifications),
    fileBytes: file.length,
    valid: verifySealedPdf(file).valid,
  }),
);
