import type { GuidanceRequest, GuidanceView, Page, ProjectRequest, ProjectView } from '../../../src/api/contract.js';
import { call } from './call.js';

export const findProjects = (): Promise<Page<ProjectView>> => call('GET', '/projects', { query: { pageSize: 100 } });
export const getProject = (id: string): Promise<ProjectView> => call('GET', `/projects/${id}`);
export const openProject = (body: ProjectRequest, once: string): Promise<ProjectView> => call('POST', '/projects', { body, once });
export const askGuidance = (body: GuidanceRequest): Promise<GuidanceView> => call('POST', '/guidance', { body });
