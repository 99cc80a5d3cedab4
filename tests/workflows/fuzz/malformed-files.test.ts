import { decide } from '../../../src/workflows/dmn/decide.js';
import { readDecision } from '../../../src/workflows/dmn/read-decision.js';
import { DomainError } from '../../../src/errors/domain-error.js';
import { loadFlow } from '../../../src/workflows/machine/load-flow.js';
import { prepareFlow } from '../../../src/workflows/prepare-flow.js';
import { runScenario } from '../../../src/workflows/scenario/run-scenario.js';
import { definitions, table } from '../dmn/table.js';
import { mutantOf, type Mutant } from './mutate.js';

/** A sample in the usual run, all 5,000 in the deep one. */
const count = process.env['ONESTOP_DEEP'] === undefined ? 400 : 5_000;
const longest = 2_000;
const megabytes = 512;

/** Treats a file as the product would: checks it and, when nothing is wrong with it, uses it. */
async function treat({ language, text }: Mutant): Promise<void> {
  if (language === 'dmn') {
    const { decision, findings } = readDecision(text);
    if (decision === undefined || findings.some(({ severity }) => severity === 'error')) return;
    try {
      decide(decision, { a: 4, b: 'k' });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    return;
  }
  const { ok, flow, flows } = await prepareFlow(text, {}, { now: () => performance.now(), maxMillis: 1_000 });
  if (ok && flow) runScenario(flows.map(loadFlow), { steps: [{ start: flow.key }, { completeAllOpen: true }, { completeAllOpen: true }] });
}

describe('Files that nobody should draw', () => {
  it(`are answered with findings, never with a crash, a hang or a flood: ${count} mutated BPMN and DMN files`, async () => {
    const slow: string[] = [];
    let most = 0;
    for (let seed = 0; seed < count; seed += 1) {
      const mutant = mutantOf(seed);
      const began = performance.now();
      try {
        await treat(mutant);
      } catch (error) {
        throw new Error(`${mutant.language} ${seed} (${mutant.how}): ${String(error)}`, { cause: error });
      }
      const took = performance.now() - began;
      if (took > longest) slow.push(`${mutant.language} ${seed} (${mutant.how}): ${Math.round(took)} ms`);
      most = Math.max(most, process.memoryUsage().heapUsed / 2 ** 20);
    }
    expect(slow).toEqual([]);
    expect(most).toBeLessThan(megabytes);
  }, 900_000);

  const diagramOf = (inner: string): string => `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:x">${inner}</definitions>`;
  const tenMegabytes = 'n'.repeat(10_000_000);
  const line = (count: number): string => {
    const ids = Array.from({ length: count }, (_, index) => `T${index}`);
    return diagramOf(`<process id="p"><startEvent id="S"/>${ids.map((id) => `<userTask id="${id}" name="${'名'.repeat(20)}"/>`).join('')}<sequenceFlow id="f" sourceRef="S" targetRef="T0"/>${ids.slice(1).map((id, index) => `<sequenceFlow id="f${index}" sourceRef="T${index}" targetRef="${id}"/>`).join('')}</process>`);
  };
  it.each<[string, Mutant['language'], string]>([
    ['10 MB in one name', 'bpmn', diagramOf(`<process id="p" name="${tenMegabytes}"><startEvent id="S"/></process>`)],
    ['7 MB in one name, just below the limit', 'bpmn', diagramOf(`<process id="p" name="${tenMegabytes.slice(0, 7_000_000)}"><startEvent id="S"/></process>`)],
    ['10 MB of small names', 'bpmn', line(80_000)],
    ['2,000 steps in a row', 'bpmn', line(2_000)],
    ['10 MB in a decision table', 'dmn', table({ inputs: ['a'], outputs: ['b'], rows: [`"${tenMegabytes}" => 1`] })],
    ['a million open elements', 'dmn', definitions('<decision>'.repeat(500_000))],
    ['two processes that call each other', 'bpmn', diagramOf(['pq', 'qp'].map(([own, other]) => `<process id="${own}"><startEvent id="S${own}"/><callActivity id="C${own}" calledElement="${other}"/><sequenceFlow id="F${own}" sourceRef="S${own}" targetRef="C${own}"/></process>`).join(''))],
    ['nothing at all', 'bpmn', ''],
    ['nothing at all as a table', 'dmn', ''],
  ])('%s is answered within two seconds', async (_what, language, text) => {
    const began = performance.now();
    await treat({ language, how: '', text });
    expect(performance.now() - began).toBeLessThan(longest);
  });
});
