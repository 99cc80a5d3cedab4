import { readdirSync, readFileSync } from 'node:fs';
import { prepareFlow } from '../../../../src/workflows/prepare-flow.js';
import { explore } from '../explore.js';
import { readDiagram } from '../diagram.js';

const folder = 'tests/workflows/oracle/found';
const diagrams = readdirSync(folder).filter((file) => file.endsWith('.bpmn'));

describe('diagrams on which product and second opinion once disagreed', () => {
  for (const file of diagrams) {
    const xml = readFileSync(`${folder}/${file}`, 'utf8');
    const expected = /<!-- expect: (\S+)(.*?) *-->/.exec(xml);
    if (expected === null) continue;
    const [, verdict = '', elements = ''] = expected;

    it(file.replace('.bpmn', '').replaceAll('-', ' '), async () => {
      const opinion = await Promise.all((await readDiagram(xml)).pools.map(({ id }) => readDiagram(xml).then((diagram) => explore(diagram, id))));
      expect(opinion.flatMap(({ defects }) => defects ?? ['too many states'])).toEqual(verdict === 'sound' ? [] : [verdict]);

      const { findings, soundness } = await prepareFlow(xml);
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ rule }) => rule)).toEqual(verdict === 'sound' ? [] : [verdict]);
      if (verdict === 'sound') expect(soundness.verdict).toBe('sound');
      for (const element of elements.split(' ').filter((id) => id !== '')) expect(errors.flatMap((finding) => finding.elements)).toContain(element);
    });
  }
});
