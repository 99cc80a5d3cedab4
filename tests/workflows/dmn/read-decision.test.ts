import { readDecision } from '../../../src/workflows/dmn/read-decision.js';
import { definitions, table } from './table.js';

const rulesOf = (xml: string): string[] => readDecision(xml).findings.map(({ rule, severity, elements }) => `${severity} ${rule} ${elements.join()}`.trim());

describe('Reading a decision', () => {
  it('finds nothing wrong with a good table, whatever prefix and version the file uses', () => {
    const good = table({ inputs: ['a'], outputs: ['b'], rows: ['1 => 2'] });
    expect(rulesOf(good)).toEqual([]);
    expect(rulesOf(good.replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(\w)/g, '<$1x:$2'))).toEqual([]);
    expect(rulesOf(good.replace('https://www.omg.org/spec/DMN/20191111/MODEL/', 'http://www.omg.org/spec/DMN/20180521/MODEL/'))).toEqual([]);
  });

  it.each([
    ['text that is no XML', 'nonsense'],
    ['XML that is cut off', table({ inputs: ['a'], outputs: ['b'], rows: ['1 => 2'] }).slice(0, 300)],
    ['another language', definitions('', 'urn:other')],
    ['a file without decision', definitions('')],
    ['a file with a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${table({ inputs: ['a'], outputs: ['b'], rows: ['1 => 2'] })}`],
  ])('says that %s is not well-formed', (_what, xml) => {
    expect(rulesOf(xml)).toEqual(['error not-well-formed']);
    expect(readDecision(xml).decision).toBeUndefined();
  });

  it('names the rule that has too few entries', () => {
    expect(rulesOf(table({ inputs: ['a', 'c'], outputs: ['b'], rows: ['1 | 2 => 3', '1 => 2'] }))).toEqual(['error malformed-decision r2']);
  });

  it('names the place whose text is no FEEL', () => {
    expect(rulesOf(table({ inputs: ['a +'], outputs: ['b'], rows: ['> => 2', '1 => )'] }))).toEqual(['error invalid-expression in0', 'error invalid-expression r1', 'error invalid-expression r2']);
  });

  it('refuses hit policies, aggregations and types that do not exist', () => {
    expect(rulesOf(table({ inputs: ['a'], outputs: ['b'], rows: ['1 => 2'], policy: 'BEST' }))).toEqual(['error malformed-decision t']);
    expect(rulesOf(table({ inputs: ['a'], outputs: ['b'], rows: ['1 => 2'], policy: 'COLLECT', aggregation: 'AVERAGE' }))).toEqual(['error malformed-decision t']);
    expect(rulesOf(table({ inputs: ['a'], outputs: ['b'], rows: ['1 => 2'], aggregation: 'SUM' }))).toEqual(['error malformed-decision t']);
    expect(rulesOf(table({ inputs: ['a'], outputs: ['b'], rows: ['1 => 2'], inputTypes: ['tMoney'] }))).toEqual(['error unsupported-element in0']);
  });

  it('asks for the order of the values where the table goes by priority', () => {
    expect(rulesOf(table({ inputs: ['a'], outputs: ['b'], rows: ['1 => 2'], policy: 'PRIORITY' }))).toEqual(['error malformed-decision t']);
  });

  it('finds two rules that always apply together although only one may', () => {
    expect(rulesOf(table({ inputs: ['a'], outputs: ['b'], rows: ['1 => 2', '1 => 3'] }))).toEqual(['error malformed-decision r1,r2']);
  });

  it('finds decisions that require each other in a circle', () => {
    const one = (id: string, other: string): string => `<decision id="${id}" name="${id}"><informationRequirement><requiredDecision href="#${other}"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision>`;
    expect(rulesOf(definitions(one('a', 'b') + one('b', 'a')))).toEqual(['error malformed-decision a,b,a']);
  });

  it('refuses loops that would count for minutes, and takes short ones', () => {
    const counting = (text: string) => rulesOf(table({ inputs: ['a'], outputs: ['b'], rows: [`1 => ${text}`] }));
    expect(counting('for i in 1..1000000000 return i')).toEqual(['error invalid-expression r1']);
    expect(counting('for i in 1..1000, j in 1..1000 return i + j')).toEqual(['error invalid-expression r1']);
    expect(counting('for i in 1..a return i')).toEqual(['error invalid-expression r1']);
    expect(counting('count(for i in 1..10 return i)')).toEqual([]);
    expect(counting('some x in list satisfies x > 3')).toEqual([]);
    expect(counting('"for 1..1000000000"')).toEqual([]);
  });

  it('speaks Chinese and English', () => {
    const [finding] = readDecision('x').findings;
    expect(finding?.message).toMatch(/\p{Script=Han}/u);
    expect(finding?.messageEn).toMatch(/^[ -~]+$/);
  });
});
