import type { CatalogueEntry } from '../catalogue-entry.js';

/** Deputies during leave 休假代理. */
export const deputyErrors = {
  DEPUTY_NOT_FOUND: { kind: 'missing', zh: '没有这条代理：{id}', en: 'There is no such deputyship: {id}' },
  DEPUTY_PERIOD_INVALID: { kind: 'invalid', zh: '代理期间须从今天（{today}）或以后开始，且不早于开始之日结束', en: 'A deputyship begins today ({today}) or later and does not end before it begins' },
  PERSON_CANNOT_BE_DEPUTY: { kind: 'invalid', zh: '{deputy}不能代理{person}：代理人须是同一部门、至少有一个相同岗位的在岗人员。可选：{candidates}', en: '{deputy} cannot stand in for {person}: it takes somebody in office of the same department who shares a role. Possible: {candidates}' },
  DEPUTY_OVERLAPS: { kind: 'conflict', zh: '{person}在这段时间已由{deputy}代理（{from} 至 {to}），请先收回，或错开日期与范围', en: '{deputy} already stands in for {person} then ({from} to {to}); take that back first, or choose other days or another scope' },
  DEPUTY_AWAY: { kind: 'conflict', zh: '{deputy}在这段时间自己也由他人代理（{from} 至 {to}），请另选代理人或错开日期', en: '{deputy} is away then himself ({from} to {to}); choose somebody else or other days' },
  DEPUTY_STANDS_IN: { kind: 'conflict', zh: '{person}在这段时间正代理{other}（{from} 至 {to}），请先由{other}或管理员改派该代理', en: '{person} stands in for {other} then ({from} to {to}); {other} or an administrator has to change that first' },
  DEPUTY_ENDED: { kind: 'conflict', zh: '这条代理已经结束，无需收回', en: 'This deputyship has ended already' },
} as const satisfies Record<string, CatalogueEntry>;
