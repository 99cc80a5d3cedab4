import { paper, SEAL_DIAMETER } from '../../src/documents/layout/paper.js';
import { mark, readSealPlaces } from '../../src/documents/pdf/document-marks.js';
import { PdfFile } from '../../src/documents/pdf/pdf-file.js';
import { documentKinds, documentTitle, isDocumentKind, renderDocument, templateVersion } from '../../src/documents/render-document.js';
import type { DocumentKind, DocumentRecords } from '../../src/documents/templates/index.js';
import { fontsOf, pageCountOf, structureOf, textOf, wordsOf } from './pdf-readers.js';
import { records } from './records.js';

const render = <K extends DocumentKind>(kind: K, changes: Partial<DocumentRecords[K]> = {}): Promise<Buffer> => renderDocument(kind, { ...records[kind], ...changes });

const refused = (fields: Record<string, unknown>) => expect.objectContaining({ code: 'DOCUMENT_INCOMPLETE', details: expect.objectContaining({ fields: expect.objectContaining(fields) }) });

/** Sentences that the law or the house demands of each kind. */
const demanded: Record<DocumentKind, string[]> = {
  'receipt-list': ['申请材料收件凭证', '施工合同', '容缺后补', '2026年6月1日前一次告知', '逾期不告知的，自收到申请材料之日起即为受理', '不代表已受理', '王窗口'],
  'acceptance-notice': ['受理通知书', '受理日期为2026年5月25日', '7个工作日', '2026年6月3日', '待次年节假日安排公布后另行告知', '第三十二条第一款第（五）项', '承诺时限为80个工作日', '联系电话：0471-1234567'],
  'correction-notice': ['补正材料一次性告知书', '第三十二条第一款第（四）项', '未加盖审查机构公章', '《建设工程质量管理条例》第十一条', '2026年6月15日前', '不再另行要求补正'],
  'not-accepted': ['不予受理决定书', '不属于本机关职权范围', '请向清水河县住房和城乡建设局提出申请', '60日内依法向呼和浩特市人民政府申请行政复议', '六个月内依法向和林格尔县人民法院提起行政诉讼'],
  'special-procedure-notice': ['特别程序告知书', '第四十五条', '专家评审自2026年6月1日开始，所需时间为9个工作日', '不计算在办理期限内'],
  'extension-notice': ['延长审查期限告知书', '第四十二条第一款', '经本机关负责人于2026年6月19日批准', '延长10个工作日，至2026年7月7日'],
  'review-commission': ['技术评审的函', '“一次委托评审”', '内蒙古工程咨询评审有限公司：', '10个工作日内出具评审报告', '评审费用由和林格尔新区管理委员会承担，不得向申请人收取任何费用', '主动回避'],
  'meeting-minutes': ['和林格尔新区项目联审会议纪要', '2026年6月15日9:30', '张主任', '有条件同意', '逾期未反馈，视为同意', '会议议定', '请假：郑工（水务）', '记录：陈秘书'],
  decision: ['准予行政许可决定书', '第三十八条第一款', '建设资金已经落实', '建设规模46500平方米', '三个月内开工', '十个工作日内', '60日内依法向呼和浩特市人民政府申请行政复议', '六个月内依法向和林格尔县人民法院提起行政诉讼'],
  refusal: ['不予行政许可决定书', '第三十八条第二款', '1.消防设计文件不符合', '2.专家评审结论', '60日内依法向呼和浩特市人民政府申请行政复议', '六个月内依法向和林格尔县人民法院提起行政诉讼'],
  certificate: ['建筑工程施工许可证', '编号：150123202607100101', '内蒙古云谷智算科技有限公司', '91150100MA0Q8K3X4T', '46500㎡', '自发证之日起三个月内开工', '1.2.156.3005.2.11150100MB0000000X.0001'],
  'hearing-notice': ['行政许可听证通知书', '2026年6月24日', '新区管委会第一会议室', '吴主任', '第四十八条'],
  'third-party-notice': ['行政许可利害关系人告知书', '云谷小区业主委员会', '第三十六条', '5个工作日内', '第四十七条', '有权要求听证'],
  'suspension-notice': ['中止办理通知书', '相邻地块权利人提出权属争议', '法定办理期限继续计算'],
  'termination-notice': ['终止办理通知书', '已于2026年6月5日注销登记', '行政复议'],
  'permit-end': ['撤销行政许可决定书', '第六十九条', '以虚假资质证书骗取许可', '行政复议'],
  'delivery-receipt': ['送达回证', '《准予行政许可决定书》内和新审许〔2026〕31号', '电子送达', '受送达人已同意', '刘云', '2026年7月10日'],
};

describe.each(documentKinds)('the document %s', (kind) => {
  it('says what the law demands, with number, body, date and verify code, in embedded fonts', async () => {
    const pdf = await render(kind);
    const words = wordsOf(pdf);
    const record = records[kind];
    for (const sentence of demanded[kind]) expect(words).toContain(sentence);
    expect(words).toContain(record.number.replace(/\s/g, ''));
    expect(words).toContain(record.issuer.name);
    expect(words).toContain(`核验码${record.verifyCode}`);
    expect(words).not.toContain('undefined');
    expect(words).not.toContain('。。');
    for (const font of fontsOf(pdf)) expect(font).toMatchObject({ embedded: true, subset: true });
    expect(structureOf(pdf)).toBe(0);
    expect(pdf.length).toBeLessThan(150_000);
  });

  it('always renders to the same bytes', async () => {
    expect((await render(kind)).equals(await render(kind))).toBe(true);
  });

  it('is refused without number, body, date or verify code', async () => {
    await expect(render(kind, { number: '', issuer: { name: ' ' }, issuedOn: '2026-02-30', verifyCode: '码' } as never)).rejects.toEqual(
      refused({ number: expect.any(String), 'issuer.name': expect.any(String), issuedOn: expect.any(String), verifyCode: expect.any(String) }),
    );
  });

  it('has a title and a template version', () => {
    expect(documentTitle(kind, records[kind] as never)).toMatch(/[\u4e00-\u9fff]{4,}/);
    expect(templateVersion(kind)).toBeGreaterThanOrEqual(1);
  });
});

describe('a refusal 不予行政许可决定书', () => {
  it('cannot be issued without reasons (T15)', async () => {
    await expect(render('refusal', { reasons: [' '] })).rejects.toEqual(refused({ reasons: '缺少不予许可的理由' }));
  });

  it('cannot be issued without remedies (T15)', async () => {
    await expect(render('refusal', { remedies: undefined as never })).rejects.toEqual(refused({ remedies: expect.any(String) }));
    await expect(render('refusal', { remedies: { reconsiderationBody: '呼和浩特市人民政府', court: '' } })).rejects.toEqual(refused({ 'remedies.court': expect.any(String) }));
  });

  it('tells that reconsideration comes first where an act says so (R5)', async () => {
    const words = wordsOf(await render('refusal', { remedies: { ...records.refusal.remedies, reconsiderationFirst: true } }));
    expect(words).toContain('应当先自收到本决定书之日起60日内');
    expect(words).toContain('十五日内依法向和林格尔县人民法院提起行政诉讼');
  });

  it('carries the entrusting authority in name, date line and remedy clause when the item is delegated by 委托 (T10)', async () => {
    const words = wordsOf(await render('refusal', { issuer: { name: '呼和浩特市自然资源局' } }));
    expect(words.match(/呼和浩特市自然资源局/g)!.length).toBeGreaterThanOrEqual(2);
    expect(words).not.toContain('和林格尔新区政务服务局');
  });
});

describe('what each document must not lack', () => {
  it('a correction notice names the norm behind each point', async () => {
    const points = [records['correction-notice'].points[0]!, { subject: '施工合同', reason: '缺少签章', norm: '' }];
    await expect(render('correction-notice', { points })).rejects.toEqual(refused({ 'points[1].norm': '第2项缺少依据' }));
  });

  it('a decision not to accept for want of competence names the right authority (A4)', async () => {
    await expect(render('not-accepted', { rightAuthority: undefined })).rejects.toEqual(refused({ rightAuthority: expect.any(String) }));
  });

  it('where no permit is needed a notice says so, without remedies (A3)', async () => {
    const words = wordsOf(await render('not-accepted', { ground: 'noPermitNeeded', rightAuthority: undefined, remedies: undefined }));
    expect(words).toContain('不受理告知书');
    expect(words).toContain('第三十二条第一款第（一）项');
  });

  it('electronic service needs consent (R6)', async () => {
    await expect(render('delivery-receipt', { electronicConsent: false })).rejects.toEqual(refused({ electronicConsent: '电子送达须经受送达人同意' }));
  });

  it('service by leaving needs the reason of refusal and witnesses', async () => {
    await expect(render('delivery-receipt', { way: 'left' })).rejects.toEqual(refused({ refusal: expect.any(String) }));
  });

  it('an extension is told before the old date is over (B1)', async () => {
    await expect(render('extension-notice', { issuedOn: '2026-06-24' })).rejects.toEqual(refused({ issuedOn: '延期告知应当在原期限届满前作出' }));
    await expect(render('extension-notice', { issuedOn: '2026-06-23' })).resolves.toBeInstanceOf(Buffer);
  });

  it('a special procedure is one of the eight of art. 45', async () => {
    await expect(render('special-procedure-notice', { procedure: 'thinking' as never })).rejects.toEqual(refused({ procedure: expect.any(String) }));
  });

  it('minutes have one opinion of each department', async () => {
    const opinions = [records['meeting-minutes'].opinions[0]!, records['meeting-minutes'].opinions[0]!];
    await expect(render('meeting-minutes', { opinions })).rejects.toEqual(refused({ 'opinions[1].department': expect.stringContaining('只有一条') }));
  });

  it('a decision is not dated before the acceptance', async () => {
    await expect(render('decision', { issuedOn: '2026-05-24' })).rejects.toEqual(refused({ issuedOn: expect.any(String) }));
  });

  it('an unknown kind is refused', async () => {
    await expect(renderDocument('passport' as never, {} as never)).rejects.toMatchObject({ code: 'DOCUMENT_KIND_UNKNOWN' });
    expect(isDocumentKind('toString')).toBe(false);
  });
});

describe('the layout', () => {
  it('lets a long text flow over pages, each with the verify code and its number', async () => {
    const facts = Array.from({ length: 120 }, (_, index) => `第${index + 1}项审查内容符合要求`).join('；');
    const pdf = await render('decision', { facts });
    const pages = textOf(pdf).split('\f').filter((page) => page.trim() !== '');
    expect(pageCountOf(pdf)).toBe(pages.length);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain('核验码 HN26-7K3M-Q9XD');
    expect(pages[1]).toMatch(/— ?2 ?—/);
    expect(wordsOf(pdf)).toContain('第120项审查内容符合要求');
  });

  it('keeps the end of the text on the page of the signature', async () => {
    for (let lines = 1; lines < 26; lines += 2) {
      const pdf = await render('decision', { conditions: Array.from({ length: lines }, (_, index) => `条件${index + 1}`) });
      const last = textOf(pdf).split('\f').filter((page) => page.trim() !== '').at(-1)!;
      expect(last).toContain('2026年7月10日');
      expect(last).toContain('行政诉讼。');
      const [place] = readSealPlaces(new PdfFile(pdf).findInfo(mark.sealPlaces)!);
      expect(place!.page + 1).toBe(pageCountOf(pdf));
      expect(place!.y - SEAL_DIAMETER / 2).toBeGreaterThan(paper.height - paper.top - paper.textHeight - 1);
    }
  });

  it('repeats the head of a table on each page and loses no row', async () => {
    const points = Array.from({ length: 60 }, (_, index) => ({ subject: `材料${index + 1}`, reason: `问题${index + 1}`.repeat(8), norm: '《某某办法》第一条' }));
    const pdf = await render('correction-notice', { points });
    const pages = textOf(pdf).split('\f').filter((page) => page.includes('材料'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(0, -1)) expect(page).toContain('需要补正的内容');
    for (let index = 1; index <= 60; index++) expect(wordsOf(pdf)).toContain(`材料${index}`);
  });

  it('lets one cell that is taller than a page go on on the next', async () => {
    const reason = Array.from({ length: 400 }, (_, index) => `缺陷${index + 1}。`).join('');
    const words = wordsOf(await render('correction-notice', { points: [{ subject: '施工图', reason, norm: '《某某办法》第一条' }] }));
    for (const index of [1, 150, 400]) expect(words.replace(/施工图|《某某办法》第一条/g, '')).toContain(`缺陷${index}。`);
  });

  it('shows rare characters of names, and names the ones that no font has instead of printing an empty box', async () => {
    const words = wordsOf(await render('acceptance-notice', { addressee: { name: '龑䶮㛃喆堃（𠮷）有限公司' } }));
    expect(words).toContain('龑䶮㛃喆堃');
    expect(words).toContain('（〔U+20BB7〕）有限公司');
    expect(words).toContain('字库未收录下列字符，文中以统一码标示，其含义以该码位的字形为准：〔U+20BB7〕');
  });

  it('marks reconstructed reference data', async () => {
    expect(wordsOf(await render('acceptance-notice', { reconstructed: true }))).toContain('依据公开资料重建');
    expect(wordsOf(await render('acceptance-notice'))).not.toContain('重建');
  });

  it('survives control characters, empty lines and very long words', async () => {
    const pdf = await render('decision', { facts: `一\u0000二\u202e三\n\n${'A'.repeat(500)}\r\n终`, content: '内容 \t 内容' });
    expect(structureOf(pdf)).toBe(0);
    expect(wordsOf(pdf)).toContain('A'.repeat(500));
    expect(wordsOf(pdf)).toContain('一二三');
  });
});
