import { Decision, Meeting, Opinion, Review } from '../../../entities/index.js';
import type { Item } from '../../../catalogue/item.js';
import type { CaseStep } from '../../cases/case-step.js';
import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, itemsOnPaper, normsOf, projectOnPaper, remediesOf, type CaseFacts } from './case-facts.js';

/** 准予行政许可决定书 with facts, basis, content, term and remedies. */
export const decision: DocumentBuilder = async (step, body) => {
  const facts = await caseFacts(step);
  const item = facts.items[0] as Item;
  const made = (await step.tx.findOne(Decision, 'caseId = ?', [step.caseRecord.id])) as Decision;
  const terms = made.terms as { facts?: string; content?: string; validFrom?: string; validUntil?: string };
  const validity = terms.validUntil ? `${terms.validFrom ?? made.decidedOn}至${terms.validUntil}` : validityText(item);
  return {
    ...projectOnPaper(facts),
    addressee: addresseeOf(facts),
    items: itemsOnPaper(facts),
    receivedOn: step.caseRecord.receivedOn,
    acceptedOn: step.caseRecord.acceptedOn,
    facts: terms.facts ?? (await findings(step, facts)),
    basis: normsOf(item),
    content: terms.content ?? `准予办理“${item.nameZh}”，颁发${item.result.documentZh}。`,
    ...(validity && { validity }),
    ...(made.conditions && { conditions: [made.conditions] }),
    remedies: remediesOf(body),
  };
};

/** What the files show: examination, hearing (行政许可法 art. 48: decided on its record), the one review and the one meeting, as far as the item relied on them. */
export async function findings(step: CaseStep, facts: CaseFacts): Promise<string> {
  const { tx, caseRecord } = step;
  const opinions = await tx.find(Opinion, "caseId = ? AND kind IN ('examination', 'hearing') ORDER BY at DESC, id DESC", [caseRecord.id]);
  const examined = opinions.find((opinion) => opinion.kind === 'examination');
  const heard = opinions.find((opinion) => opinion.kind === 'hearing');
  const review = await tx.findOne(Review, 'caseId = ? AND status = ?', [facts.stage.id, 'reported']);
  const meeting = await tx.findOne(Meeting, 'caseId = ? AND status = ?', [facts.stage.id, 'held']);
  const reviewed = review && (review.items as string[]).includes(caseRecord.itemCode ?? '');
  const parts = [
    examined ? `经审查，${examined.text}` : '经审查，申请材料齐全，符合法定条件、标准',
    heard ? `本机关依法举行听证，听证笔录载明：${heard.text}` : '',
    reviewed ? `经统一委托评审，评审结论为${{ pass: '通过', 'pass-after-changes': '修改后通过', fail: '不通过' }[review.conclusion ?? ''] ?? review.conclusion}` : '',
    meeting ? `${meeting.number}项目审批联席会议研究了本项目` : '',
  ];
  return parts.filter((part) => part !== '').map((part) => part.replace(/[。；]+$/, '')).join('；');
}

/** The term of a result as the list of items says it. */
export function validityText(item: Item): string | undefined {
  const { type, value, unit, meaning } = item.result.validity as { type: string; value?: number; unit?: string; meaning?: string };
  if (type !== 'duration' || value === undefined) return undefined;
  const units: Record<string, string> = { month: '个月', year: '年', day: '日' };
  const length = `${value}${units[unit ?? ''] ?? unit ?? ''}`;
  return meaning === 'start works' ? `自领取之日起${length}内开工` : `自发证之日起${length}`;
}
