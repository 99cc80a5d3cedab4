import { ItemList } from '../../entities/index.js';
import { readItemList } from '../../catalogue/validate-item-list.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Actor } from '../actor.js';
import { answerOnce } from '../idempotency/answer-once.js';
import type { ServiceContext } from '../service-context.js';

/**
 * Imports a whole list of delegated items as the next version. Refused whole, with every fault and its place, when anything in it is
 * wrong; cases already filed keep the version they were filed under.
 */
export async function importItemList(context: ServiceContext, actor: Actor, content: unknown, onceKey?: string): Promise<{ version: number; count: number }> {
  const { items, meta } = readItemList(content);
  const version = await answerOnce(context, actor, onceKey, ['itemList', content], () => context.database.inTransaction(async (tx) => {
    const earlier = await tx.find(ItemList, '1 = 1 ORDER BY version DESC');
    const next = (earlier[0]?.version ?? 0) + 1;
    tx.insert(ItemList, {
      version: next,
      content: { meta, items },
      dataStatus: /reconstruction/i.test(meta.status) ? 'reconstruction' : 'official',
      itemCount: items.length,
      importedBy: actor.name,
      importedAt: context.clock.now().toISOString(),
    });
    recordAudit(tx, context, actor, 'importItemList', `version ${next}`, { count: items.length });
    return next;
  }));
  await context.items.reload();
  return { version, count: items.length };
}
