import type { FlowCheckView } from '../../../src/api/contract.js';
import { prepareFlow } from '../../../src/workflows/prepare-flow.js';

/** Milliseconds after which the page would stutter: what is not decided by then, the server decides at saving. */
const longestSearch = 350;

/** What the publishing gate will say of this diagram, by the same code, here in the browser. `called` are the diagrams of the flows that it may call, by key. */
export async function checkDiagram(xml: string, called: Readonly<Record<string, string>>): Promise<FlowCheckView> {
  const { ok, findings, soundness, budget } = await prepareFlow(xml, { flows: called }, { now: () => performance.now(), maxMillis: longestSearch });
  return { ok, findings: [...findings] as FlowCheckView['findings'], soundness, budget: budget as unknown as FlowCheckView['budget'] };
}
