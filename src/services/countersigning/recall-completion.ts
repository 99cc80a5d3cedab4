import type { WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { CaseStep } from '../cases/case-step.js';
import { requireOnDesk } from '../work-items/on-work-item.js';
import { endRounds } from './dismiss-signers.js';
import { roundsOf } from './rounds.js';
import { giveBack } from './settle-round.js';

/**
 * The owner takes back what he completed while after-signers are still at it; it is his draft again. They are let off and told; who signed
 * has signed something that no longer holds, so that he is asked anew when he is added again. Throws COMPLETION_NOT_HELD.
 */
export async function recallCompletion(step: CaseStep, workItem: WorkItem): Promise<void> {
  await requireOnDesk(step, workItem);
  const rounds = await roundsOf(step.tx, workItem.id);
  const round = rounds.find(({ row }) => row.status === 'open' && row.held !== null);
  if (!round) throw new DomainError('COMPLETION_NOT_HELD', { name: workItem.name });
  const held = round.row.held as Parameters<typeof giveBack>[2];
  endRounds(step, workItem, { rounds, ending: [round], why: '已由办理人收回' });
  giveBack(step, workItem, held, '办理人收回');
  step.save();
}
