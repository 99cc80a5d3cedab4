import type { Case } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { sections } from '../../forms/application/sections.js';
import { describeForm } from '../../forms/describe-form.js';
import { formOfStage } from '../../forms/stage-form.js';
import type { Reader } from '../../persistence/transaction.js';
import { materialsOfCase } from '../materials/required-materials.js';
import type { ServiceContext } from '../service-context.js';
import type { RequestedItem } from './requested-item.js';

/** Everything of an application that a notice may ask to correct: `field:/S02/name` or `material:code` → its Chinese name. */
export async function targetNames(context: ServiceContext, reader: Reader, caseRecord: Case): Promise<Map<string, string>> {
  const items = context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion);
  const names = new Map<string, string>();
  for (const field of describeForm(formOfStage(items)).fields) names.set(`field:${field.pointer}`, `${sections[field.section].zh}—${field.zh}`);
  for (const material of await materialsOfCase(context, reader, caseRecord)) names.set(`material:${material.code}`, material.nameZh);
  return names;
}

/** The targets with their names; a target that the application does not have is refused with its place: CORRECTION_TARGET_UNKNOWN. */
export async function nameTargets(context: ServiceContext, reader: Reader, caseRecord: Case, items: readonly { target: string; reason: string; norm: string }[]): Promise<RequestedItem[]> {
  if (items.length === 0) return [];
  const names = await targetNames(context, reader, caseRecord);
  const placed = items.map((item) => ({ ...item, kind: item.target.startsWith('/') ? ('field' as const) : ('material' as const) }));
  const unknown = placed.flatMap((item, index) => (names.has(`${item.kind}:${item.target}`) ? [] : [{ pointer: `/items/${index}/target`, message: `申请中没有“${item.target}”` }]));
  if (unknown.length > 0) throw new DomainError('CORRECTION_TARGET_UNKNOWN', { errors: unknown });
  return placed.map((item) => ({ ...item, name: names.get(`${item.kind}:${item.target}`) as string }));
}
