import type { Item } from '../../catalogue/item.js';
import type { MaterialRequirement } from '../../catalogue/materials.js';
import type { ListVersion } from '../../services/items/item-catalogue.js';
import type { AttachmentView, ItemListView, ItemView, MaterialView } from '../contract.js';

export function presentItem(item: Item): ItemView {
  const { receivingBody, clock, ...rest } = item;
  return { ...rest, clock, receivingBody, department: { id: receivingBody.id, zh: receivingBody.zh }, clockStartsFrom: clock.startsFrom };
}

/** Says on every list what the list is: nobody may take a reconstruction for the official one. */
export function itemNotice(list: ListVersion): ItemListView['notice'] {
  return list.dataStatus === 'reconstruction'
    ? { status: 'reconstruction', zh: '本目录为重构示例数据，并非官方公布的 56 项事项清单；承诺时限为示例值，请以管理员导入的正式目录为准。', en: 'This list is a reconstruction, not the official list of 56 items; promised limits are placeholders.' }
    : { status: list.dataStatus, zh: '', en: '' };
}

export function presentMaterial(material: MaterialRequirement, attachments: AttachmentView[]): MaterialView {
  const { code, nameZh, nameEn, source, supply, required, tolerableMissing, waivableByCommitment, neededBy, notes, notAskedBecause } = material;
  return {
    key: code,
    nameZh,
    nameEn,
    source: supply === 'upload' ? 'applicant' : supply === 'shared' ? 'shared' : supply === 'system' ? 'system' : source === 'earlierItem' ? 'earlierItem' : 'shared',
    required: required && supply === 'upload',
    tolerableMissing,
    waivableByCommitment,
    items: [...neededBy],
    ...((notAskedBecause ?? notes[0]) && { note: notAskedBecause ?? notes[0] }),
    attachments,
  };
}
