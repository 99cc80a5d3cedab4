import { evaluate } from 'feelin';
import { evaluateFeel, holds, resolveText } from '../../../src/workflows/feel/evaluate-feel.js';
import { faultOf } from '../../../src/workflows/feel/check-feel.js';

describe('expressions', () => {
  const values = [0, 1, -2.5, 10, '', 'accept', 'BA', '2026-01-01', true, false, null, [1, 2], [{ b: 1 }], { b: 'accept' }, { b: { c: 3 } }, {}];
  const texts = ['a', 'a.b', 'a.b.c', 'a = "accept"', 'a != "accept"', 'a.b = "accept"', 'a > 1', 'a >= 1', 'a < 1', 'a <= 1', 'a = 1', 'a = true', 'a = false', 'a = null', 'a != null', 'a = -2.5', 'a.b.c >= 3', 'a > "A"', 'a = ""', 'a > 1 and a < 20', 'not(a = 1)', 'gone = 1', 'gone', 'count', 'a = "2026-01-01"', 'a.b = 1', ' a  =  1 '];

  it('are worth the same on the short way as in the whole language', () => {
    for (const text of texts) {
      for (const a of values) {
        let whole: unknown;
        try {
          whole = evaluate(text, { a }).value ?? null;
        } catch {
          whole = null;
        }
        if (typeof whole === 'function' || (typeof whole === 'object' && whole !== null && 'fn' in whole)) continue;
        expect({ text, a, value: evaluateFeel(text, { a }) }).toEqual({ text, a, value: whole });
      }
    }
  });

  it('hold only when they are true', () => {
    expect(holds('n > 3', { n: 4 })).toBe(true);
    expect(holds('n > 3', {})).toBe(false);
    expect(holds('"yes"', {})).toBe(false);
    expect(holds('1 +', {})).toBe(false);
  });

  it('give plain JSON', () => {
    expect(evaluateFeel('{ a: [1, "x"], b: { c: null } }', {})).toEqual({ a: [1, 'x'], b: { c: null } });
    expect(evaluateFeel('date("2026-05-01")', {})).toBe('2026-05-01');
    expect(evaluateFeel('duration("P5D")', {})).toBe('P5D');
  });

  it('of attributes are meant literally unless they begin with =', () => {
    expect(resolveText('zjj', { zjj: 1 })).toBe('zjj');
    expect(resolveText('=item.department', { item: { department: 'zjj' } })).toBe('zjj');
  });

  it('that cannot be read are told with their place', () => {
    expect(faultOf('a > 1')).toBeUndefined();
    expect(faultOf('a >')).toEqual({ position: expect.any(Number) });
    expect(faultOf('x'.repeat(10_000))).toEqual({});
  });
});
