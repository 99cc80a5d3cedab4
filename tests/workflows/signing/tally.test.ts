import { readShare, reaches } from '../../../src/workflows/signing/share.js';
import { readSigner } from '../../../src/workflows/signing/signer.js';
import { faultOfRule, type SigningRule } from '../../../src/workflows/signing/signing-rule.js';
import { choices, tally, type Ballot, type Choice } from '../../../src/workflows/signing/tally.js';

const letters: Record<string, Choice | undefined> = { y: 'agree', n: 'disagree', a: 'abstain' };
/** `yn--`: one for, one against, two to come; a digit behind a letter is its weight. */
const ballots = (text: string): Ballot[] => [...text.matchAll(/([yna-])(\d*)/g)].map(([, letter = '', weight]) => ({ weight: Number(weight || 1), ...(letters[letter] && { choice: letters[letter] }) }));
const half: SigningRule = { mode: 'ratio', ratio: '50%' };

describe('The tally of a countersigning', () => {
  it.each<[string, SigningRule, string, string]>([
    ['complaint 5: one against and two for out of four pass at 50 %, before the fourth votes', half, 'nyy-', 'passed'],
    ['one against at 50 % of four ends nothing', half, 'n---', 'open'],
    ['three against out of four cannot pass at 50 %', half, 'nnn-', 'notPassed'],
    ['two against out of four still leave two', half, 'nn--', 'open'],
    ['exactly half is not more than half', { mode: 'ratio', ratio: '>1/2' }, 'yynn', 'notPassed'],
    ['more than half is decided with the third of four', { mode: 'ratio', ratio: '>50%' }, 'yyy-', 'passed'],
    ['two thirds of three are two', { mode: 'ratio', ratio: '2/3' }, 'yyn', 'passed'],
    ['66.67 % of three are not two', { mode: 'ratio', ratio: '66.67%' }, 'yyn', 'notPassed'],
    ['weights count, not heads', half, 'y3nn', 'passed'],
    ['an abstention stays in the base of all', { mode: 'ratio', ratio: '>1/2' }, 'yyaa', 'notPassed'],
    ['and out of the base of the votes', { mode: 'ratio', ratio: '>1/2', base: 'votes' }, 'yyaa', 'passed'],
    ['a base of votes waits while those to come could all be against', { mode: 'ratio', ratio: '>1/2', base: 'votes' }, 'yy--', 'open'],
    ['a quorum waits for enough votes', { ...half, quorum: 3 }, 'yy--', 'open'],
    ['a quorum that can no longer be met does not pass', { ...half, quorum: 3 }, 'yyaa', 'notPassed'],
    ['only abstentions never pass', { mode: 'ratio', ratio: '50%', base: 'votes' }, 'aa', 'notPassed'],
    ['all: everybody agrees', { mode: 'all' }, 'yyy', 'passed'],
    ['all: one to come', { mode: 'all' }, 'yy-', 'open'],
    ['all: one against settles it', { mode: 'all' }, 'n--', 'notPassed'],
    ['all: who abstains is not counted', { mode: 'all' }, 'ya', 'passed'],
    ['all: nobody in favour', { mode: 'all' }, 'aa', 'notPassed'],
    ['any: the first in favour speaks for all', { mode: 'any' }, 'y--', 'passed'],
    ['any: the first against does too', { mode: 'any' }, 'n--', 'notPassed'],
    ['any: an abstention leaves it to the others', { mode: 'any' }, 'a--', 'open'],
    ['sequence: like all', { mode: 'sequence' }, 'yy', 'passed'],
    ['nobody is left to vote', { mode: 'all' }, '', 'notPassed'],
  ])('%s', (_, rule, votes, result) => {
    expect(tally(rule, ballots(votes)).result).toBe(result);
  });

  it('says when too few people voted', () => {
    expect(tally({ ...half, quorum: 3 }, ballots('y2n2aa'))).toEqual({ agree: 2, disagree: 2, abstain: 2, pending: 0, result: 'notPassed', short: true });
  });

  it('a result never changes by what is still to come, and one without votes to come is never open', () => {
    const rules: SigningRule[] = ['50%', '>50%', '2/3', '1/3', '100%', '33.33%'].flatMap((ratio) => (['all', 'votes'] as const).flatMap((base) => [1, 2, 4].map((quorum) => ({ mode: 'ratio' as const, ratio, base, quorum }))));
    for (const rule of [...rules, { mode: 'all' } as const, { mode: 'sequence' } as const]) {
      for (const weights of [[1, 1, 1, 1], [3, 1, 2, 1]]) explore(rule, weights.map((weight) => ({ weight })), 0);
    }
  });

  /** All ways in which the rest can vote lead to the result that was there, if there was one. */
  function explore(rule: SigningRule, votes: Ballot[], next: number): Set<string> {
    const { result } = tally(rule, votes);
    if (next === votes.length) {
      expect(result).not.toBe('open');
      return new Set([result]);
    }
    const reached = new Set(choices.flatMap((choice) => [...explore(rule, votes.map((vote, index) => (index === next ? { ...vote, choice } : vote)), next + 1)]));
    if (result !== 'open') expect([...reached]).toEqual([result]);
    else expect(reached.size).toBe(2);
    return reached;
  }
});

describe('What a diagram says about signing', () => {
  it.each([['0%'], ['101%'], ['>100%'], ['3/2'], ['1/0'], ['half'], ['50'], ['2.5/3'], ['-1/2'], ['1/99999'], ['']])('%s is no share', (text) => {
    expect(readShare(text)).toBeUndefined();
  });

  it('a share is a fraction of whole numbers', () => {
    expect(readShare(' >66.7％ ')).toEqual({ numerator: 6670, denominator: 10_000, above: true });
    expect(reaches(1, 3, { numerator: 3333, denominator: 10_000, above: false })).toBe(true);
    expect(reaches(1, 3, { numerator: 1, denominator: 3, above: true })).toBe(false);
  });

  it('a signer is a role, a role of a department or a person, with a weight', () => {
    expect(readSigner('leader')).toEqual({ role: 'leader', weight: 1 });
    expect(readSigner('reviewer@xq-gjj*2')).toEqual({ role: 'reviewer', department: 'xq-gjj', weight: 2 });
    expect(readSigner('person:reviewer-zjj*10')).toEqual({ person: 'reviewer-zjj', weight: 10 });
    for (const text of ['', 'leader*0', 'leader@', '*2', 'person:', 'a b', 'leader*1.5']) expect(readSigner(text)).toBeUndefined();
  });

  it('a rule that cannot be applied is explained', () => {
    for (const rule of [{ mode: 'all' }, { mode: 'ratio', ratio: '50%', base: 'votes', quorum: 2 }]) expect(faultOfRule(rule)).toBeUndefined();
    for (const rule of [{}, { mode: 'most' }, { mode: 'ratio' }, { mode: 'ratio', ratio: '0%' }, { mode: 'all', ratio: '50%' }, { mode: 'ratio', ratio: '50%', base: 'some' }, { mode: 'ratio', ratio: '50%', quorum: 0 }]) expect(faultOfRule(rule)?.zh).toMatch(/\S/);
  });
});
