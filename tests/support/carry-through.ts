import type { CaseView, WorkItemView } from '../../src/api/contract.js';
import type { Application } from './application.js';

/** Who does a step of the seeded flows, and with what outcome, for an application that is to succeed. */
const steps: Record<string, { person: (item: WorkItemView) => string; action: string; form: Record<string, unknown> }> = {
  accept: { person: () => 'clerk', action: 'accept', form: { remarks: '齐全' } },
  examine: { person: (item) => reviewerOf(item), action: 'pass', form: { opinion: '通过' } },
  verify: { person: () => 'leader', action: 'agree', form: { opinion: '同意' } },
  decide: { person: () => 'leader', action: 'approve', form: { content: '准予' } },
  seal: { person: () => 'sealkeeper', action: 'seal', form: { contentChecked: true } },
  deliver: { person: () => 'clerk', action: 'deliver', form: {} },
};

const reviewers: Record<string, string> = { 'xq-ggsy': 'reviewer-ggsy', 'xq-gjj': 'reviewer-zjj' };
const reviewerOf = (item: WorkItemView): string => reviewers[item.department?.id ?? ''] ?? 'reviewer-ggsy';

/** Does all that is left of an application of one item, over HTTP, until it is closed. Fails when there is nothing left to do before. */
export async function carryThrough(application: Application): Promise<CaseView> {
  for (let round = 0; round < 20; round += 1) {
    const view = await application.view('clerk');
    if (view.status === 'closed') return view;
    const item = view.workItems.find((each) => steps[each.step]);
    if (!item) throw new Error(`${view.number} is ${view.status}, and nobody has anything to do`);
    const { person, action, form } = steps[item.step] as (typeof steps)[string];
    await application.office.test.product.settle();
    const page = await application.office.get<CaseView>(person(item), `/cases/${item.caseId}`);
    const offer = page.availableActions.find((each) => each.action === action);
    await application.actIn(item.caseId, person(item), action, { ...offer?.suggestion, ...form });
  }
  throw new Error(`${application.id} does not come to its end`);
}
