import type { FlowModel } from '../../../src/workflows/bpmn/flow-model.js';
import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';
import type { FlowVocabulary } from '../../../src/workflows/vocabulary.js';
import { verifyFlow, type FlowVerification } from '../../../src/workflows/verify/verify-flow.js';
import { diagram, modelOf } from './diagram.js';

async function budget(text: string, attributes = '', vocabulary: FlowVocabulary = {}): Promise<FlowVerification['budget'] & { rules: string[]; severities: string[] }> {
  const { budget: found, findings } = verifyFlow(await modelOf(text, attributes), vocabulary);
  const own = findings.filter(({ rule }) => rule === 'budget-exceeded' || rule === 'unbounded-loop');
  return { ...found, rules: own.map(({ rule }) => rule), severities: own.map(({ severity }) => severity) };
}

describe('the worst case in working days', () => {
  it.each([
    ['serial steps add up', 'start s\nuser a oa:limitWorkdays=2\nuser b oa:limitWorkdays=3\nend e\ns -> a -> b -> e', 5, ['a', 'b']],
    ['parallel branches take as long as the longest', 'start s\nand x\nuser a oa:limitWorkdays=2\nuser b oa:limitWorkdays=5\nuser c oa:limitWorkdays=1\nand m\nuser d oa:limitWorkdays=1\nend e\ns -> x -> a -> c -> m\nx -> b -> m -> d -> e', 6, ['b', 'd']],
    ['of alternatives the slower one counts', 'start s\nxor x\nuser a oa:limitWorkdays=2\nuser b oa:limitWorkdays=7\nend e\ns -> x -> a -> e\nx -> b -> e', 7, ['b']],
    ['a declared loop is taken as often as it says', 'start s\nxor m\nuser a oa:limitWorkdays=2\nuser b oa:limitWorkdays=1\nxor x\nend e\ns -> m -> a -> b -> x -> e\nx -> m ! 2', 9, ['a', 'b', 'a', 'b', 'a', 'b']],
    ['a repeat declared on the step counts the same', 'start s\nuser a oa:limitWorkdays=2 oa:maxRepeats=1\nxor x\nend e\ns -> a -> x -> e\nx -> a', 4, ['a', 'a']],
    ['parallel instances take their time once', 'start s\nuser a multi oa:limitWorkdays=4\nend e\ns -> a -> e', 4, ['a']],
    ['sequential instances take it each time', 'start s\nuser a multi=sequential oa:limitWorkdays=4\nend e\ns -> a -> e', 12, ['a']],
    ['a loop with a maximum takes it as often', 'start s\nuser a loop=3 oa:limitWorkdays=2\nend e\ns -> a -> e', 6, ['a']],
    ['a timer counts its days', 'start s\ncatch t timer=4\nend e\ns -> t -> e', 4, ['t']],
    ['an ISO duration counts its days', 'start s\ncatch t timer=P2DT4H\nend e\ns -> t -> e', 2, ['t']],
    ['a deadline ends a step', 'start s\nuser a oa:limitWorkdays=3\nboundary b on=a timer=5\nuser c oa:limitWorkdays=1\nend e\nend f\ns -> a -> e\nb -> c -> f', 6, ['b', 'c']],
    ['a sub-process takes the days of its steps', 'start s\nsub u {\nstart s1\nuser a oa:limitWorkdays=2\nuser b oa:limitWorkdays=2\nend e1\ns1 -> a -> b -> e1\n}\nend e\ns -> u -> e', 4, ['u', 'a', 'b']],
    ['waiting for one of several events ends with its timer', 'start s\nevent g\ncatch m message\ncatch t timer=6\nuser a oa:limitWorkdays=2\nend e\nend f\ns -> g -> m -> a -> e\ng -> t -> f', 8, ['g', 'a']],
    ['a special step counts by the clock of the project', 'start s\nuser a oa:limitWorkdays=5 oa:pause=expertReview\nuser b oa:limitWorkdays=2\nend e\ns -> a -> b -> e', 7, ['a', 'b']],
    ['two loops share nothing', 'start s\nxor m\nuser a oa:limitWorkdays=1\nxor x\nxor n\nuser b oa:limitWorkdays=10\nxor y\nend e\ns -> m -> a -> x -> n -> b -> y -> e\nx -> m ! 3\ny -> n ! 1', 24, ['a', 'a', 'a', 'a', 'b', 'b']],
    ['an inner loop is not taken again for each outer one, as its limit holds for the whole case', 'start s\nxor m\nxor n\nuser b oa:limitWorkdays=10\nxor y\nxor z\nend e\ns -> m -> n -> b -> y -> z -> e\ny -> n ! 1\nz -> m ! 1', 30, ['b', 'b', 'b']],
  ])('%s', async (_, text, days, path) => {
    const found = await budget(text);
    expect(found.worstWorkdays).toBe(days);
    expect(found.criticalPath).toEqual(path);
    expect(found.rules).toEqual([]);
  });

  it('a called flow adds its own worst case', async () => {
    const called = diagram('start s9\nuser c oa:limitWorkdays=7\nend e9\ns9 -> c -> e9').replace('process id="p"', 'process id="item"');
    const { model } = await readFlow({ main: diagram('start s\ncall k calledElement=item\nuser b oa:limitWorkdays=1\nend e\ns -> k -> b -> e', 'oa:stage="SG"'), called: [called] });
    const { budget: found } = verifyFlow(model as FlowModel);
    expect(found).toMatchObject({ worstWorkdays: 8, criticalPath: ['k', 'c', 'b'], perStage: { SG: 8 }, steps: [{ element: 'c', workdays: 7 }, { element: 'b', workdays: 1 }] });
  });

  it('parallel branches in a row do not add to each other', async () => {
    const block = (n: number): string => `and x${n}\nuser a${n} oa:limitWorkdays=1\nuser b${n} oa:limitWorkdays=2\nand m${n}\nx${n} -> a${n} -> m${n}\nx${n} -> b${n} -> m${n}\n`;
    const found = await budget(`start s\nend e\n${[1, 2, 3].map(block).join('')}s -> x1\nm1 -> x2\nm2 -> x3\nm3 -> e`);
    expect(found.worstWorkdays).toBe(6);
  });
});

describe('limits', () => {
  it('a loop without a declared maximum has no worst case', async () => {
    const found = await budget('start s\nxor m\nuser a oa:limitWorkdays=2\nxor x\nend e\ns -> m -> a -> x -> e\nx -> m');
    expect(found).toMatchObject({ worstWorkdays: null, rules: ['unbounded-loop'], severities: ['error'] });
  });

  it('in a diagram without our attributes such a loop is only warned of', async () => {
    expect(await budget('start s\nxor m\nuser a\nxor x\nend e\ns -> m -> a -> x -> e\nx -> m')).toMatchObject({ worstWorkdays: 0, rules: ['unbounded-loop'], severities: ['warning'] });
  });

  it('a loop of automatic steps takes no time', async () => {
    expect((await budget('start s\nxor m\nservice a\nxor x\nend e\ns -> m -> a -> x -> e\nx -> m', 'oa:stage="SG"')).rules).toEqual([]);
  });

  it('a process that calls itself has no worst case', async () => {
    expect((await budget('start s\nxor x\ncall k calledElement=p\nuser a oa:limitWorkdays=1\nend e\ns -> x -> k -> e\nx -> a -> e')).rules).toEqual(['unbounded-loop']);
  });

  const tenDays = 'start s\nuser a oa:limitWorkdays=4 oa:pause=expertReview\nuser b oa:limitWorkdays=6\nend e\ns -> a -> b -> e';
  it.each<[string, string, FlowVocabulary, string[]]>([
    ['the project limit is exceeded', '', { limitWorkdays: 9 }, ['budget-exceeded']],
    ['the project limit is kept', '', { limitWorkdays: 10 }, []],
    ['the stage share counts special steps', 'oa:stage="SG"', { stageLimits: { SG: 9 } }, ['budget-exceeded']],
    ['the limit of an item does not count special steps', '', { itemLimits: { p: { statutory: 6 } } }, []],
    ['the statutory limit of an item is exceeded', '', { itemLimits: { p: { statutory: 5 } } }, ['budget-exceeded']],
    ['both limits of an item are told one by one', '', { itemLimits: { p: { statutory: 5, promised: 4 } } }, ['budget-exceeded', 'budget-exceeded']],
    ['the promised limit of an item is exceeded', '', { itemLimits: { p: { statutory: 20, promised: 5 } } }, ['budget-exceeded']],
  ])('%s', async (_, attributes, vocabulary, rules) => {
    expect((await budget(tenDays, attributes, vocabulary)).rules).toEqual(rules);
  });

  it('a failure names the limit and the days of each step of the longest way, in both languages', async () => {
    const { findings } = verifyFlow(await modelOf(tenDays), { limitWorkdays: 9 });
    expect(findings.find(({ rule }) => rule === 'budget-exceeded')).toMatchObject({
      elements: ['a', 'b'],
      path: ['a', 'b'],
      message: expect.stringMatching(/10 个工作日.*项目总时限 9 个工作日.*a 4 → b 6/),
      messageEn: expect.stringMatching(/10 working days.*whole project of 9.*a 4 → b 6/),
    });
  });

  it('eighty working days are the limit when nobody says otherwise', async () => {
    const found = await budget('start s\nuser a oa:limitWorkdays=81\nend e\ns -> a -> e');
    expect(found).toMatchObject({ limitWorkdays: 80, rules: ['budget-exceeded'] });
  });
});
