import { Person } from '../../src/entities/index.js';
import type { TestProduct } from './product.js';

/** One more person like a demo account – same roles, department and password – under another name. */
export async function hire(test: TestProduct, like: string, { username, name }: { username: string; name: string }): Promise<void> {
  await test.product.services.database.inTransaction(async (tx) => {
    const known = (await tx.findOne(Person, 'username = ?', [like])) as Person;
    tx.insert(Person, { ...known, id: test.product.services.newId(), username, name });
  });
}
