import type { checkDiagram, FlowListRow, getVersion } from '../../services/flows/design-flows.js';
import type { FlowCheckView, FlowRow, FlowVersionView } from '../contract.js';

type Check = Awaited<ReturnType<typeof checkDiagram>>;
type Version = Awaited<ReturnType<typeof getVersion>>;

export function presentFlowRow({ flow, published, openCases }: FlowListRow): FlowRow {
  return {
    key: flow.flowKey,
    name: flow.name,
    ...(published && { publishedVersion: published.number, publishedAt: published.publishedAt }),
    draftVersion: flow.draftVersion,
    draftChangedAt: flow.draftChangedAt,
    openCases,
  };
}

/** The shape of `onestop flow check`. */
export function presentCheck({ ok, findings, soundness, budget }: Check): FlowCheckView {
  return { ok, findings: [...findings], soundness, budget } as unknown as FlowCheckView;
}

export function presentVersion(version: Version, whole = false): FlowVersionView {
  const verdict = version.verdict as Omit<FlowCheckView, 'ok'>;
  return {
    key: version.flowKey,
    number: version.number,
    hash: version.hash,
    publishedAt: version.publishedAt,
    publishedBy: version.publishedBy,
    ...(whole && { xml: version.xml, check: { ok: true, ...verdict } }),
  };
}
