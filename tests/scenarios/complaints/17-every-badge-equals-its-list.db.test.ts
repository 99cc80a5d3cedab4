import { startTestProduct, type TestProduct } from '../../support/product.js';
import { Walker } from '../../support/walk/walker.js';

describe('17 Badges', () => {
  let test: TestProduct;
  beforeAll(async () => {
    test = await startTestProduct();
  }, 60_000);
  afterAll(() => test.remove());

  it('every queue badge equals its list after 1,000 random actions, and after each hundred of them', async () => {
    const walker = new Walker(test, 17);
    await walker.prepare(20);
    for (let hundred = 0; hundred < 10; hundred += 1) {
      await walker.walk(100);
      const badges = await walker.badges();
      expect(badges.map(({ person, badge }) => ({ person, badge }))).toEqual(badges.map(({ person, list }) => ({ person, badge: list })));
    }
    // Somebody has something to do, so that equal does not mean empty.
    expect((await walker.badges()).filter(({ badge }) => badge > 0).length).toBeGreaterThan(5);
  }, 900_000);
});
