import { mergeItems, type RequestedItem } from '../../../src/services/corrections/requested-item.js';

const item = (more: Partial<RequestedItem>): RequestedItem => ({ kind: 'field', target: '/S02/name', name: '单位名称', reason: '与执照不符', norm: '许可法第三十一条', departments: ['a'], ...more });

describe('what several people ask for becomes one notice', () => {
  it('the same thing is asked once, with every reason, norm and department', () => {
    const merged = mergeItems([item({}), item({ reason: '漏字', norm: '公司法第六条', departments: ['b'] })]);
    expect(merged).toEqual([item({ reason: '与执照不符；漏字', norm: '许可法第三十一条；公司法第六条', departments: ['a', 'b'] })]);
  });

  it('the same reason is not said twice, and order does not matter for what is asked', () => {
    const one = item({});
    const other = item({ target: 'plan', kind: 'material', name: '方案' });
    expect(mergeItems([one, other, one])).toHaveLength(2);
    expect(new Set(mergeItems([other, one]).map((each) => each.target))).toEqual(new Set(mergeItems([one, other]).map((each) => each.target)));
  });

  it('an omission stays one, also where somebody else calls the same thing a new fact', () => {
    expect(mergeItems([item({ ground: 'newFact' }), item({ ground: 'weMissedIt', departments: ['b'] })])[0]?.ground).toBe('weMissedIt');
  });
});
