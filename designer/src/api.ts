import type { FlowRow, FlowVersionView, FlowView, Page } from '../../src/api/contract.js';
import { call } from '../../portal/ui/api/call.js';

export const findFlows = (): Promise<Page<FlowRow>> => call('GET', '/flows');
export const getFlow = (key: string): Promise<FlowView> => call('GET', `/flows/${encodeURIComponent(key)}`);
export const saveDraft = (key: string, xml: string, version: number): Promise<FlowView> => call('PUT', `/flows/${encodeURIComponent(key)}/draft`, { body: { xml, version } });
export const publishFlow = (key: string, version: number, once: string): Promise<FlowVersionView> => call('POST', `/flows/${encodeURIComponent(key)}/versions`, { body: { version }, once });
export const getVersion = (key: string, number: number): Promise<FlowVersionView> => call('GET', `/flows/${encodeURIComponent(key)}/versions/${number}`);
export const findVersions = async (key: string): Promise<FlowVersionView[]> => (await call<{ items: FlowVersionView[] }>('GET', `/flows/${encodeURIComponent(key)}/versions`)).items;
