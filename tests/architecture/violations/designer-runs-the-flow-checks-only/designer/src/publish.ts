import { publishFlow } from '../../src/services/publish-flow.js';

export const publish = publishFlow;
