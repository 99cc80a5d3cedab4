import { judgeCondition, type ConditionContext } from './conditions.js';
import type { Item, Material } from './item.js';

export interface MaterialsContext {
  /** Items whose results the project already holds. */
  readonly earlierResults?: readonly string[];
  /** Codes of shared materials whose sharing interface answers now; `all` when every one does. */
  readonly sharedSources?: readonly string[] | 'all';
  /** The whole catalogue, for the official names of earlier results. */
  readonly catalogue?: readonly Item[];
  /** When given, conditional papers (an agent's authority) are judged on the answers. */
  readonly condition?: ConditionContext;
}

/** How a paper comes in: only `upload` asks something of the applicant. */
export type MaterialSupply = 'upload' | 'shared' | 'earlier-result' | 'same-stage-result' | 'system';

export interface MaterialRequirement {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly source: Material['source'];
  readonly supply: MaterialSupply;
  /** Codes of the chosen items that use it. */
  readonly neededBy: readonly string[];
  readonly required: boolean;
  readonly documentForm: 'original' | 'copy';
  readonly electronicAccepted: boolean;
  readonly waivableByCommitment: boolean;
  readonly tolerableMissing: boolean;
  readonly producedBy?: string;
  readonly notes: readonly string[];
  /** Why the applicant need not hand it in (免交原因). */
  readonly notAskedBecause?: string;
}

/**
 * The papers of the chosen items, each once, in the order in which the items name them.
 *
 * Required as soon as one item requires it; an original as soon as one item wants an original; tolerable or waivable only if every item that
 * requires it says so. What data sharing answers and what an earlier item produced is never asked (国令716号 art. 7).
 */
export function materialsFor(items: readonly Item[], context: MaterialsContext = {}): MaterialRequirement[] {
  const uses = new Map<string, { material: Material; item: Item }[]>();
  for (const item of items) {
    for (const material of item.materials) {
      const known = uses.get(material.code);
      if (known) known.push({ material, item });
      else uses.set(material.code, [{ material, item }]);
    }
  }
  const chosen = new Set(items.map((item) => item.code));
  return [...uses.values()].map((sameMaterial) => requirementOf(sameMaterial, chosen, context));
}

function requirementOf(uses: readonly { material: Material; item: Item }[], chosen: ReadonlySet<string>, context: MaterialsContext): MaterialRequirement {
  const first = uses[0]!.material;
  const demanding = uses.map((use) => use.material).filter((material) => isRequired(material, context));
  const { supply, because } = supplyOf(first, chosen, context);
  const name = officialName(first, context);
  return {
    code: first.code,
    nameZh: name.zh,
    nameEn: name.en,
    source: first.source,
    supply,
    neededBy: [...new Set(uses.map((use) => use.item.code))],
    required: demanding.length > 0,
    documentForm: uses.some((use) => use.material.documentForm === 'original') ? 'original' : 'copy',
    electronicAccepted: uses.every((use) => use.material.electronicAccepted),
    waivableByCommitment: demanding.length > 0 && demanding.every((material) => material.waivableByCommitment),
    tolerableMissing: (demanding.length > 0 ? demanding : uses.map((use) => use.material)).every((material) => material.tolerableMissing),
    ...(first.producedBy === undefined ? {} : { producedBy: first.producedBy }),
    notes: [...new Set(uses.flatMap((use) => (use.material.note ? [use.material.note] : [])))],
    ...(because === undefined ? {} : { notAskedBecause: because }),
  };
}

function isRequired(material: Material, { condition }: MaterialsContext): boolean {
  if (material.required) return true;
  return material.requiredWhen !== undefined && condition !== undefined && judgeCondition(material.requiredWhen, condition).holds === true;
}

function supplyOf(material: Material, chosen: ReadonlySet<string>, context: MaterialsContext): { supply: MaterialSupply; because?: string } {
  if (material.source === 'system') return { supply: 'system', because: '由系统根据申报表生成' };
  if (material.source === 'shared') {
    const answers = context.sharedSources === 'all' || context.sharedSources?.includes(material.code);
    return answers ? { supply: 'shared', because: '通过数据共享获取，免于提交' } : { supply: 'upload' };
  }
  if (material.source === 'earlierItem' && material.producedBy !== undefined) {
    if (context.earlierResults?.includes(material.producedBy)) return { supply: 'earlier-result', because: '前序事项已形成结果，免于提交' };
    if (chosen.has(material.producedBy)) return { supply: 'same-stage-result', because: '本次一并办理的事项形成结果后自动引用' };
  }
  return { supply: 'upload' };
}

/** A result is called what its own item calls it; the items that use it may write it in different words. */
function officialName(material: Material, { catalogue }: MaterialsContext): { zh: string; en: string } {
  const producer = material.producedBy === undefined ? undefined : catalogue?.find((item) => item.code === material.producedBy);
  return producer ? { zh: producer.result.documentZh, en: producer.result.documentEn } : { zh: material.nameZh, en: material.nameEn };
}
