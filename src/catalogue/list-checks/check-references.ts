import { knownConditionCodes } from '../conditions.js';
import type { ItemListMeta } from '../item.js';
import type { ReportFault } from '../list-fault.js';
import type { PlacedItem } from './placed-item.js';

/** Every name that an item refers to exists: departments, receiving bodies, stages, project types, form sections, condition codes. */
export function checkReferences(items: readonly PlacedItem[], meta: ItemListMeta, { report, departments }: { report: ReportFault; departments: readonly string[] }): void {
  const owners = new Set([...Object.keys(meta.departments), ...departments]);
  const bodies = new Set([...Object.keys(meta.receivingBodies), ...departments]);
  const types = new Set(Object.keys(meta.projectTypes));
  const sections = new Set(Object.keys(meta.formSections));
  for (const { item, place } of items) {
    known(owners, item.ownerDepartment.id, `${place}/ownerDepartment/id`, report, 'department-unknown', '部门');
    known(bodies, item.receivingBody.id, `${place}/receivingBody/id`, report, 'department-unknown', '承接单位');
    known(bodies, item.acceptanceWindow.id, `${place}/acceptanceWindow/id`, report, 'department-unknown', '受理窗口');
    known(new Set(Object.keys(meta.stages)), item.stage.id, `${place}/stage/id`, report, 'stage-unknown', '阶段');
    item.appliesToProjectTypes.forEach((type, index) => known(types, type, `${place}/appliesToProjectTypes/${index}`, report, 'project-type-unknown', '项目类型'));
    if (item.appliesToProjectTypes.length === 0) report(`${place}/appliesToProjectTypes`, 'never-applies', '事项不适用于任何项目类型', 'The item applies to no type of project');
    item.formSections.forEach((section, index) => {
      known(sections, section, `${place}/formSections/${index}`, report, 'section-unknown', '表单分区');
      if (item.formSections.indexOf(section) !== index) report(`${place}/formSections/${index}`, 'duplicate-section', `表单分区重复：${section}`, `Form section twice: ${section}`);
    });
    if (!knownConditionCodes.includes(item.applicability.code)) {
      report(`${place}/applicability/code`, 'condition-unknown', `未知的适用条件代码：${item.applicability.code}`, `Unknown condition code: ${item.applicability.code}`);
    }
    if (item.itemType.id === 'XK' && item.legalBasis.length === 0) {
      report(`${place}/legalBasis`, 'licence-without-basis', '行政许可应有法律依据', 'A licence needs a basis in law');
    }
  }
}

function known(all: ReadonlySet<string>, id: string, place: string, report: ReportFault, code: string, what: string): void {
  if (!all.has(id)) report(place, code, `未知的${what}：${id}`, `Unknown name: ${id}`);
}
