import { breakLines } from '../../../src/documents/layout/break-lines.js';
import { Ink } from '../../../src/documents/layout/ink.js';

const ink = new Ink({} as PDFKit.PDFDocument);
const linesOf = (text: string, characters: number, indent = 0): string[] =>
  breakLines(ink.set(text, 'serif'), { size: 10, width: characters * 10, indent: indent * 10 }).map((line) => line.characters.map((character) => character.text).join(''));

describe('breaking lines of Chinese text', () => {
  it('breaks between any two characters and takes the indent into account', () => {
    expect(linesOf('和林格尔新区政务服务局', 5, 2)).toEqual(['和林格', '尔新区政务', '服务局']);
  });

  it('never begins a line with a closing mark 避头', () => {
    expect(linesOf('经审查符合，准予。', 5)).toEqual(['经审查符', '合，准予。']);
  });

  it('never ends a line with an opening mark 避尾', () => {
    expect(linesOf('依照建筑（法律）', 5)).toEqual(['依照建筑', '（法律）']);
  });

  it('keeps a number together, but breaks a code after a hyphen rather than leaving a gap', () => {
    expect(linesOf('合同价格38600万元', 6)).toEqual(['合同价格', '38600万元']);
    const lines = linesOf('代码2605-150123-04-01-123456789', 12);
    expect(lines[0]).toMatch(/^代码2605-150123-.*-$/);
    expect(lines.join('')).toBe('代码2605-150123-04-01-123456789');
  });

  it('breaks what fits on no line by force and ends on any input', () => {
    expect(linesOf('A'.repeat(50), 5).join('')).toBe('A'.repeat(50));
    expect(linesOf('，'.repeat(20), 5).join('')).toBe('，'.repeat(20));
    expect(linesOf('', 5)).toEqual(['']);
    expect(linesOf('字字字', 0)).toEqual(['字', '字', '字']);
  });
});
