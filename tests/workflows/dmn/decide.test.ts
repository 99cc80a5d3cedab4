import { decide } from '../../../src/workflows/dmn/decide.js';
import { readDecision } from '../../../src/workflows/dmn/read-decision.js';
import { definitions, table } from './table.js';

function made(xml: string, context: Record<string, unknown>) {
  const { decision, findings } = readDecision(xml);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (decision === undefined) throw new Error('no decision');
  return decide(decision, context);
}

const rows = ['>= 10 => "b"', '>= 5 => "a"', '< 5 => "c"'];
const by = (policy: string, more: object = {}) => table({ inputs: ['size'], outputs: ['kind'], rows, policy, values: ['"a","b","c"'], ...more });
const sum = (aggregation: string) => table({ inputs: ['size'], outputs: ['days'], rows: ['>= 10 => 5', '>= 5 => 2', '< 0 => 1'], policy: 'COLLECT', aggregation });

describe('A decision table', () => {
  it('takes the one rule that applies under UNIQUE', () => {
    expect(made(by('UNIQUE'), { size: 7 })).toEqual({ value: 'a', variables: { kind: 'a' }, rules: ['r2'] });
  });

  it('refuses under UNIQUE when two rules apply, and says which', () => {
    expect(() => made(by('UNIQUE'), { size: 12 })).toThrow(expect.objectContaining({ code: 'DECISION_RULES_CONFLICT', details: { decision: 'd', hitPolicy: 'UNIQUE', rules: ['r1', 'r2'] } }));
  });

  it('lets several rules apply under ANY as long as they say the same', () => {
    const same = table({ inputs: ['size'], outputs: ['kind'], rows: ['> 1 => "x"', '> 2 => "x"', '> 9 => "y"'], policy: 'ANY' });
    expect(made(same, { size: 5 }).value).toBe('x');
    expect(() => made(same, { size: 10 })).toThrow(expect.objectContaining({ code: 'DECISION_RULES_CONFLICT' }));
  });

  it('takes the first rule of the table under FIRST', () => {
    expect(made(by('FIRST'), { size: 12 })).toMatchObject({ value: 'b', rules: ['r1'] });
  });

  it('takes the most important value under PRIORITY, whatever the order of the rules', () => {
    expect(made(by('PRIORITY'), { size: 12 })).toMatchObject({ value: 'a', rules: ['r1', 'r2'] });
  });

  it('lists all values, the most important first, under OUTPUT ORDER', () => {
    expect(made(by('OUTPUT ORDER'), { size: 12 }).value).toEqual(['a', 'b']);
  });

  it('lists all values in the order of the table under RULE ORDER and COLLECT', () => {
    expect(made(by('RULE ORDER'), { size: 12 }).value).toEqual(['b', 'a']);
    expect(made(by('COLLECT'), { size: 12 })).toMatchObject({ value: ['b', 'a'], variables: { kind: ['b', 'a'] } });
  });

  it('adds up, takes the least or the greatest, or counts, under COLLECT with an aggregation', () => {
    expect(['SUM', 'MIN', 'MAX', 'COUNT'].map((aggregation) => made(sum(aggregation), { size: 12 }).value)).toEqual([7, 2, 5, 2]);
    expect(['SUM', 'MIN', 'MAX', 'COUNT'].map((aggregation) => made(sum(aggregation), { size: 3 }).value)).toEqual([null, null, null, 0]);
  });

  it('gives null, or an empty list, when no rule applies and there is no default', () => {
    const open = (policy: string) => table({ inputs: ['size'], outputs: ['kind'], rows: ['> 5 => "a"'], policy });
    expect(made(open('UNIQUE'), { size: 1 })).toEqual({ value: null, variables: { kind: null }, rules: [] });
    expect(made(open('COLLECT'), { size: 1 }).value).toEqual([]);
    expect(made(table({ inputs: ['size'], outputs: ['kind'], rows: ['> 5 => "a"'], defaults: ['"none"'] }), { size: 1 }).value).toBe('none');
  });

  it('gives a context when it has several outputs', () => {
    const xml = table({ inputs: ['area', 'kind'], outputs: ['review', 'days'], rows: ['> 1000 | "works","housing" => true | 5', '- | not("works","housing") => false | 0'] });
    expect(made(xml, { area: 2000, kind: 'housing' })).toEqual({ value: { review: true, days: 5 }, variables: { review: true, days: 5 }, rules: ['r1'] });
    expect(made(xml, { area: 2000, kind: 'road' }).value).toEqual({ review: false, days: 0 });
  });

  it('computes results from the values and tests with the whole of FEEL', () => {
    const xml = table({ inputs: ['area'], outputs: ['fee'], rows: ['[100..1000) => area * 2', '? >= limit and ? < 9000 => area + 1'] });
    expect(made(xml, { area: 100, limit: 1000 }).value).toBe(200);
    expect(made(xml, { area: 1000, limit: 1000 }).value).toBe(1001);
  });

  it('reads texts as the type of the input: numbers are compared as numbers and days as days', () => {
    const xml = table({ inputs: ['cost', 'day'], inputTypes: ['number', 'date'], outputs: ['big'], rows: ['> 50000 | > date("2026-01-31") => true', '<= 50000 | - => false', '- | <= date("2026-01-31") => null'] , policy: 'FIRST' });
    expect(made(xml, { cost: '60000', day: '2026-02-01' }).value).toBe(true);
    expect(made(xml, { cost: '9000', day: '2026-02-01' }).value).toBe(false);
    expect(() => made(xml, { cost: 'many', day: '2026-02-01' })).toThrow(expect.objectContaining({ code: 'DECISION_INPUT_INVALID', details: { decision: 'd', input: 'cost', value: 'many' } }));
  });

  it('refuses a value that is not among the allowed ones of the input', () => {
    const xml = table({ inputs: ['kind'], allowed: ['"a","b"'], outputs: ['x'], rows: ['"a" => 1', '"b" => 2'] });
    expect(made(xml, { kind: 'b' }).value).toBe(2);
    expect(() => made(xml, { kind: 'z' })).toThrow(expect.objectContaining({ code: 'DECISION_INPUT_INVALID' }));
  });

  it('gives results of the type of the output, days as ISO text, and refuses others', () => {
    expect(made(table({ inputs: ['n'], outputs: ['due'], outputTypes: ['date'], rows: ['- => date("2026-03-01")'] }), { n: 1 }).value).toBe('2026-03-01');
    expect(() => made(table({ inputs: ['n'], outputs: ['days'], outputTypes: ['number'], rows: ['- => "soon"'] }), { n: 1 })).toThrow(expect.objectContaining({ code: 'DECISION_OUTPUT_INVALID' }));
  });

  it('is pure: the same values give the same result and are not changed', () => {
    const { decision } = readDecision(by('COLLECT'));
    const context = Object.freeze({ size: 12 });
    if (decision === undefined) throw new Error('no decision');
    expect(decide(decision, context)).toEqual(decide(decision, context));
  });

  it('survives storage as JSON', () => {
    const { decision } = readDecision(by('PRIORITY'));
    expect(decide(JSON.parse(JSON.stringify(decision)) as NonNullable<typeof decision>, { size: 12 }).value).toBe('a');
  });
});

describe('A decision that requires others', () => {
  const chain = definitions(`
    <decision id="size" name="size"><variable name="size"/><literalExpression><text>area * floors</text></literalExpression></decision>
    <decision id="review" name="review"><informationRequirement><requiredDecision href="#size"/></informationRequirement>
      <decisionTable id="t"><input id="i"><inputExpression typeRef="number"><text>size</text></inputExpression></input><output id="o" name="review"/>
      <rule id="r1"><inputEntry><text>&gt; 1000</text></inputEntry><outputEntry><text>true</text></outputEntry></rule></decisionTable></decision>`);

  it('sees their results under the names of their variables', () => {
    expect(made(chain, { area: 300, floors: 4 }).value).toBe(true);
    expect(made(chain, { area: 300, floors: 2 }).value).toBeNull();
  });

  it('is found by its id as well', () => {
    const { decision } = readDecision(chain, 'size');
    expect(decision && decide(decision, { area: 3, floors: 2 })).toEqual({ value: 6, variables: { size: 6 }, rules: [] });
  });
});
