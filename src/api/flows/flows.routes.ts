import { IsInt, IsString, MaxLength, Min } from 'class-validator';
import { checkDiagram, getFlow, getVersion, listFlows, listVersions, publishFlow, saveDraft } from '../../services/flows/design-flows.js';
import type { ApiContext } from '../api-context.js';
import { numberIn } from '../paging.js';
import { route, type Route } from '../route.js';
import { presentCheck, presentFlowRow, presentVersion } from './flows.presenter.js';

const LARGEST_DIAGRAM = 4_000_000;

export class CheckBody {
  @IsString({ message: '请给出流程图' })
  @MaxLength(LARGEST_DIAGRAM, { message: '流程图过大' })
  xml!: string;
}

export class DraftBody extends CheckBody {
  @IsInt({ message: '请带上草稿的 version，新流程为 0' })
  @Min(0)
  version!: number;
}

export class PublishBody {
  @IsInt({ message: '请带上草稿的 version' })
  version!: number;
}

export function flowRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/flows', may: ['admin', 'leader', 'supervisor'], does: 'Flows with their published version', answers: 'Page of FlowRow', handle: async () => {
      const rows = await listFlows(services);
      return { items: rows.map(presentFlowRow), total: rows.length, page: 1, pageSize: rows.length };
    } }),
    route({ method: 'post', path: '/flows/check', may: ['admin'], does: 'Check a diagram without keeping it', body: CheckBody, answers: 'FlowCheckView', handle: async ({ body }) => presentCheck(await checkDiagram(services, body.xml)) }),
    route({ method: 'get', path: '/flows/:key', may: ['admin', 'leader', 'supervisor'], does: 'A flow with its draft and what the checks say of it', answers: 'FlowView', handle: async ({ params }) => {
      const flow = await getFlow(services, params.key as string);
      const row = (await listFlows(services)).find((each) => each.flow.flowKey === flow.flowKey);
      return { ...presentFlowRow(row ?? { flow, openCases: 0 }), xml: flow.draftXml, check: presentCheck(await checkDiagram(services, flow.draftXml)) };
    } }),
    route({ method: 'put', path: '/flows/:key/draft', may: ['admin'], does: 'Keep a draft, whatever is wrong with it; findings come back', body: DraftBody, answers: 'FlowView', handle: async ({ actor, params, body }) => {
      const { flow, check } = await saveDraft(services, actor, params.key as string, body);
      return { ...presentFlowRow({ flow, openCases: 0 }), xml: flow.draftXml, check: presentCheck(check) };
    } }),
    route({ method: 'get', path: '/flows/:key/versions', may: ['admin', 'leader', 'supervisor'], does: 'Published versions, newest first', answers: 'List of FlowVersionView', handle: async ({ params }) => {
      const versions = await listVersions(services, params.key as string);
      return { items: versions.map((version) => presentVersion(version)), total: versions.length };
    } }),
    route({ method: 'post', path: '/flows/:key/versions', may: ['admin'], does: 'Publish the draft; refused with the findings when it is not proved', body: PublishBody, answers: 'FlowVersionView', status: 201, handle: async ({ actor, params, body, onceKey }) => presentVersion(await publishFlow(services, actor, params.key as string, body.version, onceKey), true) }),
    route({ method: 'get', path: '/flows/:key/versions/:number', may: ['admin', 'leader', 'supervisor'], does: 'One published version with its diagram and proof', answers: 'FlowVersionView', handle: async ({ params }) => presentVersion(await getVersion(services, params.key as string, numberIn(params.number)), true) }),
  ];
}
