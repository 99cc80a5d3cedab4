import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { DocumentRecord } from '../document-record.js';
import type { SealPlace } from '../pdf/document-marks.js';
import { breakLines, type Line } from './break-lines.js';
import type { Face } from './fonts.js';
import { codePointName, Ink, widthOf } from './ink.js';
import { mm, paper, SEAL_DIAMETER, type Colour } from './paper.js';
import type { Cell, Table } from './table.js';
import { chineseDate } from './wording.js';

export type SheetStyle = 'letter' | 'minutes' | 'form' | 'certificate';

export interface ParagraphOptions {
  face?: Face;
  /** Type size in points. */
  size?: number;
  /** Line pitch in points. */
  pitch?: number;
  /** Indent of the first line in characters. */
  indent?: number;
  align?: 'justify' | 'left' | 'center' | 'right';
  colour?: Colour;
}

interface LaidCell {
  lines: Line[];
  align: 'left' | 'center';
  left: number;
  width: number;
}

const TABLE_PITCH = 18;
const CELL_PADDING = 5;
const QR_SIZE = mm(21);
/** Height of the sign-off: half a line of air, then the seal with name and date under its middle (GB/T 9704-2012 7.3.5.1). */
const SIGN_OFF_HEIGHT = paper.pitch * 0.4 + SEAL_DIAMETER;

/** The pages of one document: a cursor that goes down the 版心 and onto the next page, with the head, tables and sign-off of official documents. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  /** Where the seals belong, in the order in which the bodies sign. */
  readonly sealPlaces: SealPlace[] = [];
  private readonly ink: Ink;
  private y: number = paper.top;
  private pageCount = 0;
  private left: number = paper.left;
  private width: number = paper.textWidth;
  /** Size and pitch of the text: 3号 in letters, 4号 in the denser procedural papers and certificates. */
  private readonly text: { size: number; pitch: number };

  constructor(
    private readonly style: SheetStyle,
    private readonly record: DocumentRecord,
    info: Record<string, unknown>,
  ) {
    // `font: null` keeps pdfkit from adding Helvetica to a document that never uses it.
    this.pdf = new PDFDocument({ autoFirstPage: false, size: 'A4', margin: 0, font: null as unknown as string, lang: 'zh-CN', displayTitle: true, info });
    this.ink = new Ink(this.pdf);
    this.text = style === 'letter' || style === 'minutes' ? { size: paper.body, pitch: paper.pitch } : { size: 14, pitch: 23 };
    if (style === 'certificate') {
      this.left = mm(32);
      this.width = paper.width - 2 * mm(32);
    }
    this.newPage();
  }

  // ——— heads ———

  /** Red head of a letter 信函格式: name of the body, double rule, number, title (GB/T 9704-2012 10.1). */
  letterHead(title: string): void {
    this.redMark(this.record.issuer.name, mm(30));
    this.y = mm(30) + 36 + mm(4) + 6;
    this.redRule(this.y, 'thick-thin', mm(170));
    this.y += 8;
    this.line(this.record.number, { align: 'right', size: paper.body });
    this.y += paper.pitch * 0.6;
    this.title(title);
  }

  /** Head of minutes 纪要格式: red mark, number, body and date, rule (10.3). */
  minutesHead(title: string): void {
    this.redMark(title, mm(30));
    this.y = mm(30) + 36 + 10;
    this.line(this.record.number, { align: 'center' });
    const top = this.y;
    this.line(this.record.issuer.name, { align: 'left' });
    this.y = top;
    this.line(chineseDate(this.record.issuedOn), { align: 'right' });
    this.y += 4;
    this.redRule(this.y, 'single', paper.textWidth);
    this.y += paper.pitch * 0.7;
  }

  /** Head of a procedural paper: body, black title, number to the right. */
  formHead(title: string): void {
    this.y = paper.top - mm(9);
    this.line(this.record.issuer.name, { align: 'center', face: 'bold', size: 18, pitch: 28 });
    this.line(title, { align: 'center', face: 'bold', size: paper.title, pitch: 34 });
    this.y += 4;
    this.line(this.record.number, { align: 'right', size: 14, pitch: 24 });
    this.y += 4;
  }

  /** Head of a certificate: large title in the frame, number below. */
  certificateHead(title: string): void {
    this.y = mm(34);
    this.line(title, { align: 'center', face: 'bold', size: fit(title.length, 30, this.width), pitch: 52, colour: paper.red });
    this.line(`编号：${this.record.number}`, { align: 'center', size: 14, pitch: 28 });
    this.y += paper.pitch * 0.6;
  }

  // ——— text ———

  title(text: string): void {
    this.paragraph(text, { face: 'bold', size: paper.title, pitch: 34, indent: 0, align: 'center' });
    this.y += paper.pitch * 0.4;
  }

  /** 主送机关: flush left, ends with a colon (7.3.2). */
  addressee(name: string): void {
    this.paragraph(`${name}：`, { indent: 0 });
  }

  /** A heading of the first level 一、 in 黑体 (7.3.3). */
  heading(text: string): void {
    this.ensure(paper.pitch * 2);
    this.paragraph(text, { face: 'sans' });
  }

  /** Text; each line break of the source begins a new paragraph. Runs over as many pages as it needs. */
  paragraph(text: string, options: ParagraphOptions = {}): void {
    for (const line of this.layOut(text, options)) {
      this.ensure(options.pitch ?? this.text.pitch);
      this.printLine(line, options);
    }
  }

  /** Small print under the text, e.g. how to complain. */
  smallPrint(text: string): void {
    this.paragraph(text, { size: 10.5, pitch: 17, indent: 0 });
  }

  /** Empty space of so many lines. */
  space(lines: number): void {
    this.y += lines * this.text.pitch;
  }

  // ——— tables ———

  /** A ruled table; heads are repeated on each page, a row that is taller than a page goes on on the next. */
  table(table: Table): void {
    const edges = columnEdges(table.columns, this.left, this.width);
    const head = table.head?.map((text): Cell => ({ text, face: 'sans', align: 'center' }));
    const drawHead = () => head && this.row(head, edges, TABLE_PITCH);
    this.y += 4;
    this.ensure(TABLE_PITCH * 4);
    drawHead();
    for (const row of table.rows) this.row(row, edges, table.minimum ?? 0, drawHead);
    this.y += paper.pitch * 0.4;
  }

  private row(cells: readonly Cell[], edges: readonly number[], minimum: number, repeatHead?: () => void): void {
    let column = 0;
    const laid = cells.map((cell): LaidCell => {
      const { text, face = 'serif', align = 'left', span = 1 } = typeof cell === 'string' ? { text: cell } : cell;
      const left = edges[column]!;
      column += span;
      const width = edges[column]! - left;
      const options = { face, size: paper.table, indent: 0, width: width - 2 * CELL_PADDING };
      return { lines: this.layOut(text, options), align, left, width };
    });
    const whole = Math.max(minimum, ...laid.map((cell) => cell.lines.length * TABLE_PITCH + 2 * CELL_PADDING));
    if (whole > this.room() && whole < paper.textHeight / 3) this.nextPage(repeatHead);
    for (;;) {
      const lineRoom = Math.floor((this.room() - 2 * CELL_PADDING) / TABLE_PITCH);
      const most = Math.max(...laid.map((cell) => cell.lines.length));
      if (lineRoom < Math.min(2, most)) {
        this.nextPage(repeatHead);
        continue;
      }
      const count = Math.min(most, lineRoom);
      const height = count === most ? Math.min(Math.max(minimum, count * TABLE_PITCH + 2 * CELL_PADDING), this.room()) : count * TABLE_PITCH + 2 * CELL_PADDING;
      for (const cell of laid) this.printCell(cell, cell.lines.splice(0, count), height);
      this.y += height;
      if (laid.every((cell) => cell.lines.length === 0)) return;
      this.nextPage(repeatHead);
    }
  }

  private printCell(cell: LaidCell, lines: readonly Line[], height: number): void {
    this.pdf.lineWidth(0.6).strokeColor([0, 0, 0]).rect(cell.left, this.y, cell.width, height).stroke();
    let top = this.y + (height - lines.length * TABLE_PITCH) / 2;
    for (const line of lines) {
      const free = cell.width - 2 * CELL_PADDING - line.width;
      const x = cell.left + CELL_PADDING + (cell.align === 'center' ? free / 2 : 0);
      this.ink.print(line.characters, { x, baseline: baseline(top, TABLE_PITCH, paper.table), size: paper.table });
      top += TABLE_PITCH;
    }
  }

  // ——— end of the document ———

  /**
   * Last lines and sign-off, kept on one page: a signature without text above it could be put under another text.
   * Name of the body, date, the place of the seal over both; QR code and verify code to the left.
   */
  closeWith(text: string | null): void {
    const lines = text === null ? [] : this.layOut(text, {});
    const tail = lines.slice(-2);
    for (const line of lines.slice(0, -2)) {
      this.ensure(this.text.pitch);
      this.printLine(line, {});
    }
    this.ensure(tail.length * this.text.pitch + SIGN_OFF_HEIGHT);
    for (const line of tail) this.printLine(line, {});
    this.signOff();
  }

  private signOff(): void {
    const top = this.y + paper.pitch * 0.4;
    const name = this.ink.set(this.record.issuer.name, 'serif');
    const date = this.ink.set(chineseDate(this.record.issuedOn), 'serif');
    const size = Math.min(this.text.size, (this.width * 0.62) / Math.max(widthOf(name, 1), 1));
    const right = this.left + this.width - paper.body * 2;
    const half = Math.max(widthOf(name, size), widthOf(date, this.text.size), SEAL_DIAMETER * 0.9) / 2;
    const centre = right - half;
    // 居中下压: name and date stand a little under the middle of the seal, the date clear of the title of a special seal.
    const lineTop = top + SEAL_DIAMETER / 2 - 1;
    this.ink.print(name, { x: centre - widthOf(name, size) / 2, baseline: baseline(lineTop, paper.pitch, size), size });
    this.ink.print(date, { x: centre - widthOf(date, this.text.size) / 2, baseline: baseline(lineTop + paper.pitch, paper.pitch, this.text.size), size: this.text.size });
    this.sealPlaces.push({ page: this.pageCount - 1, x: centre, y: paper.height - (top + SEAL_DIAMETER / 2) });
    this.verification(top + paper.pitch * 0.5);
    this.y = top + SEAL_DIAMETER;
  }

  /** QR code with the address, the code in letters under it. */
  private verification(top: number): void {
    this.qrCode(this.left, top, QR_SIZE);
    const small = { size: paper.small, colour: paper.grey };
    this.ink.print(this.ink.set(`核验码 ${this.record.verifyCode}`, 'serif'), { x: this.left, baseline: top + QR_SIZE + 15, ...small });
    this.ink.print(this.ink.set('扫码核验本文书真伪与效力', 'serif'), { x: this.left, baseline: top + QR_SIZE + 27, ...small });
  }

  private qrCode(left: number, top: number, size: number): void {
    const { modules } = QRCode.create(this.record.verifyUrl, { errorCorrectionLevel: 'M' });
    const side = size / modules.size;
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++) {
        if (!modules.get(row, column)) continue;
        let end = column + 1;
        while (end < modules.size && modules.get(row, end)) end++;
        this.pdf.rect(left + column * side, top + row * side, (end - column) * side, side);
        column = end;
      }
    }
    this.pdf.fillColor([0, 0, 0]).fill();
  }

  /** Notes that must not be missed, then the bytes. */
  finish(): Promise<Buffer> {
    this.y += 8;
    if (this.record.reconstructed) {
      this.note('注：本文书引用的事项目录等基础数据系依据公开资料重建，正式清单以有权机关公布的为准。');
    }
    if (this.ink.unshowable.size > 0) {
      const names = [...this.ink.unshowable].map((character) => codePointName(character.codePointAt(0)!)).join('、');
      this.note(`注：本系统字库未收录下列字符，文中以统一码标示，其含义以该码位的字形为准：${names}。`);
    }
    const chunks: Buffer[] = [];
    return new Promise((resolve, reject) => {
      this.pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.pdf.on('end', () => resolve(Buffer.concat(chunks)));
      this.pdf.on('error', reject);
      this.pdf.end();
    });
  }

  private note(text: string): void {
    this.paragraph(text, { size: paper.small, pitch: 14, indent: 0, colour: paper.grey });
  }

  // ——— lines and pages ———

  private layOut(text: string, options: ParagraphOptions & { width?: number }): Line[] {
    const size = options.size ?? this.text.size;
    const indent = (options.indent ?? 2) * size;
    return text
      .split(/\r\n?|\n|\u2028|\u2029/)
      .flatMap((part) => breakLines(this.ink.set(part.replace(/\t/g, '  '), options.face ?? 'serif'), { size, width: options.width ?? this.width, indent }));
  }

  /** One line that is made narrower when it does not fit. */
  private line(text: string, options: ParagraphOptions): void {
    const characters = this.ink.set(text, options.face ?? 'serif');
    const wanted = options.size ?? this.text.size;
    const size = Math.min(wanted, (wanted * this.width) / Math.max(widthOf(characters, wanted), 1));
    this.printLine({ characters, width: widthOf(characters, size), last: true, indent: 0 }, { ...options, size });
  }

  private printLine(line: Line, options: ParagraphOptions): void {
    const size = options.size ?? this.text.size;
    const pitch = options.pitch ?? this.text.pitch;
    const free = this.width - line.indent - line.width;
    const align = options.align ?? 'justify';
    const shift = align === 'center' ? free / 2 : align === 'right' ? free : 0;
    const stretched = align === 'justify' && !line.last && line.characters.length > 1 && free < size * 3;
    const at = { x: this.left + line.indent + shift, baseline: baseline(this.y, pitch, size), size, colour: options.colour };
    this.ink.print(line.characters, { ...at, spacing: stretched ? Math.max(0, free) / (line.characters.length - 1) : 0 });
    this.y += pitch;
  }

  private room(): number {
    return this.bottom() - this.y;
  }

  private bottom(): number {
    if (this.style === 'certificate') return paper.height - mm(20);
    return this.style === 'form' ? paper.height - mm(25) : paper.top + paper.textHeight + 0.5;
  }

  private ensure(height: number): void {
    if (height > this.room() && this.y > paper.top + 1) this.newPage();
  }

  private nextPage(repeatHead?: () => void): void {
    this.newPage();
    repeatHead?.();
  }

  private newPage(): void {
    this.pdf.addPage();
    this.pageCount += 1;
    this.y = this.style === 'certificate' ? mm(30) : paper.top;
    if (this.style === 'certificate') this.frame();
    if (this.style === 'letter' && this.pageCount === 1) this.redRule(paper.height - mm(20), 'thin-thick', mm(170));
    this.foot();
  }

  /** Page number outside (7.5); the verify code on the other side ties each page to its document. */
  private foot(): void {
    if (this.style === 'certificate') return;
    const base = this.bottom() + mm(7) + 9;
    const odd = this.pageCount % 2 === 1;
    const letterFirst = this.style === 'letter' && this.pageCount === 1;
    if (!letterFirst) {
      const number = this.ink.set(`— ${this.pageCount} —`, 'serif');
      const width = widthOf(number, paper.pageNumber);
      const x = odd ? this.left + this.width - paper.body - width : this.left + paper.body;
      this.ink.print(number, { x, baseline: base, size: paper.pageNumber });
    }
    const code = this.ink.set(`核验码 ${this.record.verifyCode}`, 'serif');
    const x = odd ? this.left : this.left + this.width - widthOf(code, paper.small);
    this.ink.print(code, { x, baseline: letterFirst ? paper.height - mm(20) - 5 : base, size: paper.small, colour: paper.grey });
  }

  private frame(): void {
    const [outer, inner] = [mm(15), mm(18)];
    this.pdf.strokeColor([...paper.red]).lineWidth(2.2).rect(outer, outer, paper.width - 2 * outer, paper.height - 2 * outer).stroke();
    this.pdf.lineWidth(0.7).rect(inner, inner, paper.width - 2 * inner, paper.height - 2 * inner).stroke();
    for (const [x, y] of [[inner, inner], [paper.width - inner, inner], [inner, paper.height - inner], [paper.width - inner, paper.height - inner]] as const) {
      this.pdf.lineWidth(0.7).rect(x - 7, y - 7, 14, 14).stroke();
    }
  }

  private redMark(text: string, top: number): void {
    this.y = top;
    this.line(text, { align: 'center', face: 'bold', size: fit([...text].length, 34, this.width), pitch: 36, colour: paper.red });
  }

  private redRule(y: number, kind: 'single' | 'thick-thin' | 'thin-thick', width: number): void {
    const x = (paper.width - width) / 2;
    const weights = kind === 'single' ? [1.6] : kind === 'thick-thin' ? [2.6, 0.8] : [0.8, 2.6];
    let top = y;
    for (const weight of weights) {
      this.pdf.rect(x, top, width, weight);
      top += weight + 1.2;
    }
    this.pdf.fillColor([...paper.red]).fill();
  }
}

/** Base line of Chinese type that stands in the middle of a line of the given pitch (em box 0.88 above, 0.12 below the base line). */
function baseline(top: number, pitch: number, size: number): number {
  return top + (pitch - size) / 2 + size * 0.88;
}

function fit(characters: number, wanted: number, width: number): number {
  return Math.min(wanted, width / Math.max(1, characters));
}

function columnEdges(columns: readonly number[], left: number, width: number): number[] {
  const sum = columns.reduce((total, column) => total + column, 0);
  const edges = [left];
  for (const column of columns) edges.push(edges[edges.length - 1]! + (column / sum) * width);
  return edges;
}

