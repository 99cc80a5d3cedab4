import { Case, CaseForm, Organisation, Project } from '../../../entities/index.js';
import type { Item } from '../../../catalogue/item.js';
import type { CaseStep } from '../../cases/case-step.js';
import type { IssuingDepartment } from '../issue-document.js';

/** Telephone of the one window as printed; a setting once the office says its own. */
export const WINDOW_PHONE = '0471-0000000（示例）';

export interface CaseFacts {
  organisation: Organisation;
  project: Project;
  stage: Case;
  items: Item[];
  form: Record<string, Record<string, unknown>>;
}

/** What most documents say of a case: who, for which project, which items, with which data. */
export async function caseFacts(step: CaseStep): Promise<CaseFacts> {
  const { tx, caseRecord, context } = step;
  const stage = caseRecord.parentId === null ? caseRecord : ((await tx.findOne(Case, 'id = ?', [caseRecord.parentId])) as Case);
  const codes = caseRecord.kind === 'item' ? [caseRecord.itemCode as string] : (caseRecord.itemCodes as string[]);
  const form = await tx.findOne(CaseForm, 'caseId = ? AND revision = ?', [stage.id, stage.formRevision]);
  return {
    organisation: (await tx.findOne(Organisation, 'id = ?', [caseRecord.organisationId])) as Organisation,
    project: (await tx.findOne(Project, 'id = ?', [caseRecord.projectId])) as Project,
    stage,
    items: context.items.getAll(codes, caseRecord.itemListVersion),
    form: (form?.data ?? {}) as CaseFacts['form'],
  };
}

export const projectOnPaper = ({ project }: CaseFacts): { projectName: string; projectCode?: string } => ({ projectName: project.name, ...(project.projectCode && { projectCode: project.projectCode }) });

export const addresseeOf = ({ organisation }: CaseFacts): { name: string; idNumber: string } => ({ name: organisation.name, idNumber: organisation.creditCode });

export const itemsOnPaper = ({ items }: CaseFacts): { code: string; name: string }[] => items.map((item) => ({ code: item.code, name: item.nameZh }));

/** The articles that an item rests on, e.g. 《建筑法》第7、8条. */
export const normsOf = (item: Item): string[] => item.legalBasis.map((basis) => `《${basis.instrument}》${articleText(basis.article)}`);

/** `7, 8` → 第7、8条; `item 101` (of a list of items) → 第101项. */
function articleText(article: string): string {
  const row = /^item (\d+)$/.exec(article);
  if (row) return `第${row[1]}项`;
  return /^\d[\d,\s、-]*$/.test(article) ? `第${article.replace(/,\s*/g, '、')}条` : '';
}

/** Both ways of remedy with the names that the issuing body has set. */
export const remediesOf = (body: IssuingDepartment): { reconsiderationBody: string; court: string } => ({ reconsiderationBody: body.reconsiderationBody ?? '', court: body.court ?? '' });
