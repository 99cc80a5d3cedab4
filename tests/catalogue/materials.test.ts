import { materialsFor } from '../../src/catalogue/materials.js';
import { referenceList } from './reference-list.js';

const { items } = referenceList();
const pick = (...codes: string[]) => items.filter((item) => codes.includes(item.code));
const worksPermitStage = pick('sg-joint-drawing-review', 'sg-fire-design', 'sg-quality-safety', 'sg-construction-permit');

describe('the papers of a stage', () => {
  it('each paper stands once, however many items use it', () => {
    for (const stage of ['LX', 'GC', 'SG', 'JG', 'BX', 'QY']) {
      const materials = materialsFor(items.filter((item) => item.stage.id === stage));
      expect(new Set(materials.map((material) => material.code)).size).toBe(materials.length);
    }
    const licence = materialsFor(worksPermitStage).find((material) => material.code === 'business-licence');
    expect(licence?.neededBy).toHaveLength(4);
  });

  it('what data sharing answers and what an earlier item produced is never asked', () => {
    const materials = materialsFor(worksPermitStage, { earlierResults: ['gc-engineering-planning-permit', 'lx-land-planning-permit'], sharedSources: 'all', catalogue: items });
    const asked = materials.filter((material) => material.supply === 'upload');
    expect(asked.every((material) => material.source === 'applicant')).toBe(true);
    expect(materials.find((material) => material.producedBy === 'gc-engineering-planning-permit')).toMatchObject({ supply: 'earlier-result', notAskedBecause: expect.any(String) as string });
    expect(materials.find((material) => material.producedBy === 'sg-joint-drawing-review')?.supply).toBe('same-stage-result');
    expect(materials.find((material) => material.code === 'stage-application-form')?.supply).toBe('system');
  });

  it('a result from before this system, and a shared paper whose source is silent, are asked', () => {
    const materials = materialsFor(worksPermitStage, { sharedSources: ['something-else'] });
    expect(materials.find((material) => material.producedBy === 'gc-engineering-planning-permit')?.supply).toBe('upload');
    expect(materials.find((material) => material.code === 'business-licence')?.supply).toBe('upload');
  });

  it('the planning permit has three wordings in the list and is one paper, called by its own name', () => {
    const permits = materialsFor(worksPermitStage, { catalogue: items }).filter((material) => material.producedBy === 'gc-engineering-planning-permit');
    expect(permits).toHaveLength(1);
    expect(permits[0]).toMatchObject({ nameZh: items.find((item) => item.code === 'gc-engineering-planning-permit')!.result.documentZh, required: true });
  });

  it('a power of attorney is required only when an agent files', () => {
    const authority = (agentFiles: boolean) =>
      materialsFor(worksPermitStage, { condition: { projectType: 'SOCIAL_GENERAL', answers: { agentFiles } } }).find((material) => material.code === 'agent-authority')!.required;
    expect([authority(true), authority(false)]).toEqual([true, false]);
  });

  it('is required and an original as soon as one item says so, tolerable only if all that require it agree', () => {
    const report = materialsFor(pick('jg-fire-acceptance', 'jg-completion-filing')).find((material) => material.code === 'completion-report')!;
    expect(report).toMatchObject({ required: true, documentForm: 'original', neededBy: ['jg-fire-acceptance', 'jg-completion-filing'] });
    const [first, second] = pick('jg-fire-acceptance', 'jg-completion-filing').map((item) => (tolerableMissing: boolean) => ({ ...item, materials: item.materials.map((material) => ({ ...material, tolerableMissing })) }));
    const [tolerant, strict] = [first!(true), second!(false)];
    expect(materialsFor([tolerant, strict]).find((material) => material.code === 'completion-report')!.tolerableMissing).toBe(false);
    expect(materialsFor([tolerant]).find((material) => material.code === 'completion-report')!.tolerableMissing).toBe(true);
  });
});
