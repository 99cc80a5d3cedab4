import { verifyFlow } from '../../../src/workflows/verify/verify-flow.js';
import { modelOf } from './diagram.js';

/** The soundness rules that a diagram breaks, with their elements, in order of discovery. */
async function troubles(text: string): Promise<string[]> {
  const { findings } = verifyFlow(await modelOf(text));
  const rules = ['deadlock', 'livelock', 'lack-of-synchronisation', 'dead-element', 'unsafe-merge'];
  return findings.filter(({ rule }) => rules.includes(rule)).map(({ rule, elements }) => `${rule} ${elements.join(' ')}`);
}

describe('a sound flow is sound', () => {
  it.each([
    ['a sequence', 'start s\nuser a\nend e\ns -> a -> e'],
    ['a choice with its merge', 'start s\nxor x\nuser a\nuser b\nxor m\nend e\ns -> x -> a -> m\nx -> b -> m -> e'],
    ['a choice with two ends', 'start s\nxor x\nend e\nend f\ns -> x -> e\nx -> f'],
    ['parallel branches that are joined', 'start s\nand x\nuser a\nuser b\nand m\nend e\ns -> x -> a -> m\nx -> b -> m -> e'],
    ['parallel branches with an end each', 'start s\nand x\nuser a\nuser b\nend e\nend f\ns -> x -> a -> e\nx -> b -> f'],
    ['an inclusive split with its join', 'start s\nor x\nuser a\nuser b\nor m\nend e\ns -> x -> a -> m\nx -> b -> m -> e'],
    ['an inclusive default that meets its siblings in an exclusive merge', 'start s\nor x\nuser a\nxor m\nend e\ns -> x -> a -> m : n = 1\nx => m\nm -> e'],
    ['a loop with a way out', 'start s\nxor m\nuser a\nxor x\nend e\ns -> m -> a -> x -> e\nx -> m'],
    ['a loop with two entries', 'start s\nxor x\nuser a\nuser b\nxor m\nxor n\nxor y\nend e\ns -> x -> m -> a -> n -> b -> y -> e\nx -> n\ny -> m'],
    ['overlapping parallel branches', 'start s\nand x\nuser a\nuser b\nand y\nand j\nuser c\nuser d\nand k\nend e\ns -> x -> a -> y -> c -> k\ny -> j\nx -> b -> j -> d -> k -> e'],
    ['an interrupting deadline', 'start s\nuser a\nboundary b on=a timer\nuser c\nxor m\nend e\ns -> a -> m -> e\nb -> c -> m'],
    ['a reminder with an end of its own', 'start s\nuser a\nboundary b on=a timer side\nsend r\nend e\nend f\ns -> a -> e\nb -> r -> f'],
    ['a reminder that comes to the same end', 'start s\nuser a\nboundary b on=a timer side\nsend r\nend e\ns -> a -> e\nb -> r -> e'],
    ['an error that is caught', 'start s\nsub u {\nstart s1\nxor x\nend ok\nend bad error=E1\ns1 -> x -> ok\nx -> bad\n}\nboundary b on=u error=E1\nend e\nend f\ns -> u -> e\nb -> f'],
    ['an error that nobody catches', 'start s\nxor x\nend e\nend f error=E1\ns -> x -> e\nx -> f'],
    ['a terminate end beside waiting work', 'start s\nand x\nuser a\nuser b\nend t terminate\nend e\ns -> x -> a -> t\nx -> b -> e'],
    ['a step that only a terminate end cuts off', 'start s\nand x\ntask a\nend t terminate\ntask b\ntask c\nend e\ns -> x -> t\nx -> a -> b -> c -> e'],
    ['an event that the first wins', 'start s\nevent g\ncatch m message\ncatch t timer\nend e\nend f\ns -> g -> m -> e\ng -> t -> f'],
    ['a withdrawal at any time', 'start s\nuser a\nend e\nhandler h {\nstart w message\nend we\nw -> we\n}\ns -> a -> e'],
    ['an escalation that reminds', 'start s\nsub u {\nstart s1\nuser a\nthrow t escalation=L\nend ok\ns1 -> a -> t -> ok\n}\nboundary b on=u escalation=L side\nend e\nend f\ns -> u -> e\nb -> f'],
    ['a transaction that is cancelled', 'start s\ntransaction u {\nstart s1\nxor x\nend ok\nend no cancel\ns1 -> x -> ok\nx -> no\n}\nboundary b on=u cancel\nend e\nend f\ns -> u -> e\nb -> f'],
    ['alternative starts', 'start s\nstart m message\nxor x\nuser a\nend e\ns -> x\nm -> x -> a -> e'],
    ['an inclusive join behind a branch that ends by itself', 'start s\nand x\nuser a\nuser b\nuser c\nxor y\nend f\nor m\nend e\ns -> x -> a -> m\nx -> b -> y -> m\ny -> f\nm -> c -> e'],
    ['a loop around parallel work', 'start s\nxor m\nand x\nuser a\nuser b\nand j\nxor d\nend e\ns -> m -> x -> a -> j\nx -> b -> j -> d -> e\nd -> m'],
    ['a call of an unknown process with its error', 'start s\ncall c calledElement=other\nboundary b on=c error=E1\nend e\nend f\ns -> c -> e\nb -> f'],
    ['a repeated sub-process', 'start s\nsub u multi {\nstart s1\nuser a\nend e1\ns1 -> a -> e1\n}\nend e\ns -> u -> e'],
  ])('%s', async (_, text) => {
    expect(await troubles(text)).toEqual([]);
  });
});

describe('an unsound flow is told with its element', () => {
  it.each([
    ['a choice that a parallel join waits for', 'start s\nxor x\nuser a\nuser b\nand m\nend e\ns -> x -> a -> m\nx -> b -> m -> e', ['deadlock m', 'dead-element m e']],
    ['parallel branches that meet without a join', 'start s\nand x\nuser a\nuser b\nxor m\nuser c\nend e\ns -> x -> a -> m\nx -> b -> m -> c -> e', ['lack-of-synchronisation m']],
    ['parallel branches that come to one end', 'start s\nand x\nuser a\nuser b\nend e\ns -> x -> a -> e\nx -> b -> e', ['lack-of-synchronisation e']],
    ['an inclusive split before a parallel join', 'start s\nor x\nuser a\nuser b\nand m\nend e\ns -> x -> a -> m\nx -> b -> m -> e', ['deadlock m']],
    ['an inclusive split before an exclusive merge', 'start s\nor x\nuser a\nuser b\nxor m\nend e\ns -> x -> a -> m\nx -> b -> m -> e', ['lack-of-synchronisation m']],
    ['a loop without a way out', 'start s\nxor m\nuser a\ns -> m -> a -> m', ['livelock m a']],
    ['a choice into an endless loop', 'start s\nxor x\nend e\nxor m\nuser a\nuser b\ns -> x -> e\nx -> m -> a -> b -> m', ['livelock m a b']],
    ['a step that nothing leads to', 'start s\nuser a\nuser b\nend e\ns -> a -> e\nb -> e', ['dead-element b']],
    ['a reminder that the main path waits for', 'start s\nuser a\nboundary b on=a timer side\nsend r\nand m\nend e\ns -> a -> m -> e\nb -> r -> m', ['deadlock m']],
    ['a reminder that joins the main path', 'start s\nuser a\nboundary b on=a timer side\nsend r\nxor m\nuser c\nend e\ns -> a -> m -> c -> e\nb -> r -> m', ['lack-of-synchronisation m']],
    ['a deadlock in a sub-process, told once', 'start s\nsub u {\nstart s1\nxor x\nand m\nend e1\ns1 -> x -> m\nx -> m -> e1\n}\nuser a\nend e\ns -> u -> a -> e', ['deadlock m', 'dead-element m e1']],
    ['an error event that nothing throws', 'start s\nsub u {\nstart s1\nend e1\ns1 -> e1\n}\nboundary b on=u error=E1\nend e\nend f\ns -> u -> e\nb -> f', ['dead-element b f']],
    ['a loop back into a parallel split', 'start s\nand x\nuser a\nuser b\nend e\nxor m\ns -> m -> x -> a -> e\nx -> b -> m', ['lack-of-synchronisation m']],
    ['two joins that wait for each other', 'start s\nand x\nand j\nand k\nuser a\nuser b\nend e\nend f\ns -> x -> j -> a -> k\nx -> k -> b -> j\n', ['deadlock j k', 'dead-element j k a b e f']],
  ])('%s', async (_, text, expected) => {
    expect(await troubles(text)).toEqual(expected);
  });
});

describe('the way to a finding', () => {
  it('names the elements in the order in which the token game passes them', async () => {
    const { findings } = verifyFlow(await modelOf('start s\nuser t\nxor x\nuser a\nuser b\nand m\nend e\ns -> t -> x -> a -> m\nx -> b -> m -> e'));
    expect(findings.find(({ rule }) => rule === 'deadlock')?.path).toEqual(['s', 't', 'x', 'a', 'm']);
  });

  it('shows both branches of a second token', async () => {
    const { findings } = verifyFlow(await modelOf('start s\nand x\nuser a\nuser b\nend e\ns -> x -> a -> e\nx -> b -> e'));
    expect(findings[0]?.path).toEqual(['s', 'x', 'a', 'b', 'e']);
  });

  it('ends where the second token comes through', async () => {
    const { findings } = verifyFlow(await modelOf('start s\nand x\nuser a\nuser b\nxor m\nuser c\nend e\ns -> x -> a -> m\nx -> b -> m -> c -> e'));
    expect(findings[0]?.path).toEqual(['s', 'x', 'a', 'm', 'c', 'b', 'm']);
  });
});

it('a merge that says it means several tokens is only warned of', async () => {
  const { findings, soundness } = verifyFlow(await modelOf('start s\nand x\nuser a\nuser b\nxor m oa:multiMerge=true\nuser c\nend e\ns -> x -> a -> m\nx -> b -> m -> c -> e'));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toContain('unsafe-merge');
  expect(soundness.verdict).toBe('unsafe');
});
