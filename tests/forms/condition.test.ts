import { fieldsOf, holds, valueAt, type Condition } from '../../src/forms/condition.js';

const root = { S04: { agentFiles: true }, S11: { taken: 0, deep: { level: 3 } } };

describe('a condition', () => {
  it.each<[Condition, boolean]>([
    [{ field: '/S04/agentFiles', equals: true }, true],
    [{ field: '/S04/agentFiles', equals: 'true' }, false],
    [{ field: '/S11/taken', above: 0 }, false],
    [{ field: '/S11/deep/level', above: 2 }, true],
    [{ field: './kind', in: ['a', 'b'] }, true],
    [{ field: './kind', notIn: ['a', 'b'] }, false],
    [{ field: './nothing', notIn: ['a', 'b'] }, true],
    [{ field: './nothing', in: ['a'] }, false],
    [{ field: '/S99/nothing', equals: true }, false],
    [{ field: '/S11/nothing', above: -1 }, false],
    [{ all: [{ field: '/S04/agentFiles', equals: true }, { field: './kind', equals: 'a' }] }, true],
    [{ all: [{ field: '/S04/agentFiles', equals: true }, { field: './kind', equals: 'b' }] }, false],
  ])('%j holds: %s', (condition, expected) => {
    expect(holds(condition, root, { kind: 'a' })).toBe(expected);
  });

  it('never reads what an object inherits', () => {
    expect(valueAt('/constructor/name', root, {})).toBeUndefined();
    expect(valueAt('./toString', root, {})).toBeUndefined();
    expect(valueAt('/S04/agentFiles/valueOf', root, {})).toBeUndefined();
  });

  it('names the fields that it reads', () => {
    expect(fieldsOf({ all: [{ field: '/S01/a', equals: 1 }, { all: [{ field: './b', above: 0 }] }] })).toEqual(['/S01/a', './b']);
  });
});
