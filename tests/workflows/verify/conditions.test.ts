import { namesInFeel, keysOfContext } from '../../../src/workflows/verify/conditions/names-in-feel.js';
import { verifyFlow } from '../../../src/workflows/verify/verify-flow.js';
import { modelOf } from './diagram.js';

async function verdicts(text: string): Promise<{ given: string; free: string; findings: string[] }> {
  const { soundness, findings } = verifyFlow(await modelOf(text));
  const own = findings.filter(({ rule }) => ['deadlock', 'livelock', 'lack-of-synchronisation'].includes(rule));
  return { given: soundness.verdict, free: soundness.whateverTheData, findings: own.map(({ rule, severity }) => `${rule} ${severity}`) };
}

/** A review is asked for when `c1` holds, and awaited when `c2` holds. */
const askedAndAwaited = (c1: string, c2: string, between = 'service work'): string => `
  start s\nand split\nxor ask\nuser review\nxor m\n${between}\nxor wait\nand join\nxor n\nend e\nend f
  s -> split -> ${between.split(' ')[1]} -> wait\nsplit -> ask\nask -> review : ${c1}\nask => f\nreview -> join
  wait -> join : ${c2}\nwait => m\njoin -> n\nm -> n -> e`;

describe('conditions that are asked twice', () => {
  it('give the same answer while nobody writes their variables', async () => {
    expect(await verdicts(askedAndAwaited('area > 500', 'area > 500'))).toEqual({ given: 'sound', free: 'unsound', findings: ['deadlock warning'] });
  });

  it('may be written in different words', async () => {
    expect((await verdicts(askedAndAwaited('area > 500', 'not(area <= 500)'))).given).toBe('sound');
    expect((await verdicts(askedAndAwaited('item.kind = "new"', 'item.kind = "new"'))).given).toBe('sound');
  });

  it('are one question also where values cannot decide them', async () => {
    expect((await verdicts(askedAndAwaited('count(items) > 3', 'count(items) > 3'))).given).toBe('sound');
    expect((await verdicts(askedAndAwaited('count(items) > 3', 'count(items) > 4'))).given).toBe('unsound');
  });

  it('are two questions when they ask for different things', async () => {
    expect(await verdicts(askedAndAwaited('area > 500', 'area > 400'))).toEqual({ given: 'unsound', free: 'unsound', findings: ['deadlock error'] });
  });

  it('are two questions when a step in between writes the variable', async () => {
    expect((await verdicts(askedAndAwaited('area > 500', 'area > 500', 'script work does="{area:1}"'))).given).toBe('unsound');
    expect((await verdicts(askedAndAwaited('area > 500', 'area > 500', 'user work oa:assigns=area oa:role=clerk'))).given).toBe('unsound');
    expect((await verdicts(askedAndAwaited('count(items) > 3', 'count(items) > 3', 'user work oa:assigns=items oa:role=clerk'))).given).toBe('unsound');
  });
});

describe('an inclusive split whose conditions exclude each other', () => {
  const split = (c1: string, c2: string): string => `start s\nor x\nuser a\nuser b\nxor m\nuser c\nend e\ns -> x\nx -> a : ${c1}\nx -> b : ${c2}\na -> m\nb -> m -> c -> e`;

  it('sends one token', async () => {
    expect(await verdicts(split('kind = "new"', 'kind = "change"'))).toEqual({ given: 'sound', free: 'unsafe', findings: ['lack-of-synchronisation warning'] });
  });

  it('may send two when they overlap', async () => {
    expect((await verdicts(split('area > 500', 'area < 600'))).given).toBe('unsafe');
  });
});

describe('the outcome of a step', () => {
  it('decides every split that asks for it until the next one', async () => {
    const twice = (second: string): string => `start s\nuser a oa:role=clerk oa:outcomes="yes,no"\nand split\nxor ask\nuser b oa:role=clerk\nend f\nuser c oa:role=clerk\nxor wait\nand join\nxor n\nend e
      s -> a -> split -> ask\nask -> b : outcome = "yes"\nask -> f : outcome = "no"\nb -> join\nsplit -> c -> wait\nwait -> join : ${second}\nwait => n\njoin -> n -> e`;
    expect((await verdicts(twice('aOutcome = "yes"'))).given).toBe('sound');
    expect((await verdicts(twice('outcome = "no"'))).given).toBe('unsound');
  });
});

describe('names in FEEL', () => {
  it.each([
    ['outcome = "accept"', ['outcome']],
    ['item.kind = "a" and area > limit', ['item', 'area', 'limit']],
    ['some x in items satisfies x.kind = y', ['items', 'y']],
    ['for i in list return i + offset', ['list', 'offset']],
    ['items[price > 3].name', ['items']],
    ['count(items) + max(a, b)', ['items', 'a', 'b']],
    ['{ a: b, c: a + d }', ['b', 'd']],
    ['date("2026-01-01") < due', ['due']],
    ['x instance of string', ['x']],
    ['(function(p) p + q)(r)', ['q', 'r']],
  ])('%s', (text, names) => {
    expect(namesInFeel(text).sort()).toEqual([...names].sort());
  });

  it('a script assigns the keys of its context', () => {
    expect(keysOfContext('{ total: a + 1, "second part": 2 }')).toEqual(['total', 'second part']);
  });
});
