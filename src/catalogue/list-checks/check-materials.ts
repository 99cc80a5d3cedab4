import { knownConditionCodes } from '../conditions.js';
import type { Material } from '../item.js';
import type { ReportFault } from '../list-fault.js';
import type { PlacedItem } from './placed-item.js';

/** A result of another item names that item; the same code always means the same paper; no item asks for one paper twice. */
export function checkMaterials(items: readonly PlacedItem[], allCodes: ReadonlySet<string>, report: ReportFault): void {
  const byCode = new Map<string, { material: Material; place: string }>();
  for (const { item, place } of items) {
    const names = new Set<string>();
    item.materials.forEach((material, index) => {
      const at = `${place}/materials/${index}`;
      if (names.has(material.nameZh)) report(`${at}/nameZh`, 'duplicate-material', `同一事项重复要求材料：${material.nameZh}`, `The item asks twice for: ${material.nameEn}`);
      names.add(material.nameZh);
      checkProducer(material, item.code, { at, allCodes, report });
      if (material.requiredWhen !== undefined && !knownConditionCodes.includes(material.requiredWhen)) {
        report(`${at}/requiredWhen`, 'condition-unknown', `未知的条件代码：${material.requiredWhen}`, `Unknown condition code: ${material.requiredWhen}`);
      }
      if (material.code === undefined) return;
      const known = byCode.get(material.code);
      if (!known) byCode.set(material.code, { material, place: at });
      else if (known.material.source !== material.source || known.material.producedBy !== material.producedBy || (material.source !== 'earlierItem' && known.material.nameZh !== material.nameZh)) {
        report(`${at}/code`, 'material-code-conflict', `材料代码 ${material.code} 已用于另一材料（${known.place}）`, `Code ${material.code} already means another paper (${known.place})`);
      }
    });
  }
}

function checkProducer(material: Material, ownCode: string, { at, allCodes, report }: { at: string; allCodes: ReadonlySet<string>; report: ReportFault }): void {
  if (material.source !== 'earlierItem') {
    if (material.producedBy !== undefined) report(`${at}/producedBy`, 'producer-unexpected', '只有前序事项结果才能填写产生事项', 'Only an earlier result names its producer');
    return;
  }
  if (material.producedBy === undefined) report(`${at}/producedBy`, 'producer-missing', '前序事项结果应写明由哪个事项产生', 'An earlier result must name the item that produced it');
  else if (!allCodes.has(material.producedBy)) report(`${at}/producedBy`, 'producer-unknown', `产生该材料的事项不存在：${material.producedBy}`, `There is no such item: ${material.producedBy}`);
  else if (material.producedBy === ownCode) report(`${at}/producedBy`, 'producer-itself', '材料不能由本事项自身产生', 'A paper cannot be the result of the item that asks for it');
}
