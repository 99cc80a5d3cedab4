import type { Case } from '../../entities/index.js';
import { sections } from '../../forms/application/sections.js';
import { describeForm } from '../../forms/describe-form.js';
import { formOfStage } from '../../forms/stage-form.js';
import type { Reader } from '../../persistence/transaction.js';
import { materialsOfCase } from '../materials/required-materials.js';
import type { ServiceContext } from '../service-context.js';

/** Everything of an application that a notice may ask to correct: `field:/S02/name` or `material:code` → its Chinese name. */
export async function targetNames(context: ServiceContext, reader: Reader, caseRecord: Case): Promise<Map<string, string>> {
  const items = context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion);
  const names = new Map<string, string>();
  for (const field of describeForm(formOfStage(items)).fields) names.set(`field:${field.pointer}`, `${sections[field.section].zh}—${field.zh}`);
  for (const material of await materialsOfCase(context, reader, caseRecord)) names.set(`material:${material.code}`, material.nameZh);
  return names;
}
