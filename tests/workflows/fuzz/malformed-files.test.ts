import { definitions, table } from '../dmn/table.js';
import { mutantOf, type Mutant } from './mutate.js';
import { TreatingProcess, type Treatment } from './treating-process.js';

/** `ONESTOP_DEEP` treats another number, from seed `ONESTOP_DEEP_FROM` on. */
const count = Number(process.env['ONESTOP_DEEP'] ?? 5_000);
const first = Number(process.env['ONESTOP_DEEP_FROM'] ?? 0);
const longestMillis = 2_000;
const megabytes = 512;

describe('Files that nobody should draw', () => {
  const process = new TreatingProcess(megabytes);
  afterAll(() => process.stop());

  function faultOf({ language, how }: Mutant, what: string | number, { crash, cpuMillis, heapMegabytes }: Treatment): string[] {
    const file = `${language} ${what} (${how})`;
    if (crash !== undefined) return [`${file}: ${crash}`];
    if (cpuMillis > longestMillis) return [`${file}: ${Math.round(cpuMillis)} ms`];
    return heapMegabytes > megabytes ? [`${file}: ${Math.round(heapMegabytes)} MB`] : [];
  }

  it(`are answered with findings, never with a crash, a hang or a flood: ${count} mutated BPMN and DMN files`, async () => {
    const faults: string[] = [];
    for (let seed = first; seed < first + count; seed += 1) {
      const mutant = mutantOf(seed);
      faults.push(...faultOf(mutant, seed, await process.treat(mutant)));
    }
    expect(faults).toEqual([]);
  }, 3_600_000);

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
    ['a process that calls itself three times over', 'bpmn', diagramOf('<process id="p"><startEvent id="S"/><callActivity id="C" calledElement="p"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></callActivity><endEvent id="E"/><sequenceFlow id="f" sourceRef="S" targetRef="G"/><exclusiveGateway id="G" default="toC"/><sequenceFlow id="toC" sourceRef="G" targetRef="C"/><sequenceFlow id="toE" sourceRef="G" targetRef="E"><conditionExpression>a = 1</conditionExpression></sequenceFlow><sequenceFlow id="h" sourceRef="C" targetRef="E"/></process>')],
    ['nothing at all', 'bpmn', ''],
    ['nothing at all as a table', 'dmn', ''],
  ])('%s is answered within two seconds', async (what, language, text) => {
    const mutant = { language, how: '', text };
    expect(faultOf(mutant, what, await process.treat(mutant))).toEqual([]);
  });
});
