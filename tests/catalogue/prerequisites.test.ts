import { blockingPrerequisites, prerequisitesOf, type PrerequisiteContext } from '../../src/catalogue/prerequisites.js';
import { landTransferContract } from '../../src/catalogue/land-sequence.js';
import { answersFromForm } from '../../src/catalogue/questions.js';
import type { Item } from '../../src/catalogue/item.js';
import { referenceList } from './reference-list.js';

const { items } = referenceList();
const item = (code: string): Item => items.find((found) => found.code === code)!;
const project = (more: Partial<PrerequisiteContext> = {}): PrerequisiteContext => ({ items, projectType: 'SOCIAL_GENERAL', answers: {}, ...more });

describe('what must be finished before an item', () => {
  it('a works permit waits for the planning permit, the land papers and the drawings', () => {
    const answers = { specialFireWorks: false, mustTender: false };
    const groups = prerequisitesOf(item('sg-construction-permit'), project({ answers }));
    expect(groups.map((group) => [group.anyOf.join('|'), group.state])).toEqual([
      ['gc-engineering-planning-permit', 'unmet'],
      // Allocation is for government projects: it leaves the group.
      ['lx-land-planning-permit', 'unmet'],
      ['sg-joint-drawing-review', 'unmet'],
      ['', 'skipped'],
      ['sg-quality-safety', 'unmet'],
      ['', 'skipped'],
    ]);
    expect(blockingPrerequisites(item('sg-construction-permit'), project({ answers })).map((group) => group.anyOf[0])).toEqual([
      'gc-engineering-planning-permit',
      'lx-land-planning-permit',
      'sg-joint-drawing-review',
    ]);
  });

  it('what may be handled in the same step stops the decision, not the acceptance', () => {
    const completed = ['gc-engineering-planning-permit', 'lx-land-planning-permit', 'sg-joint-drawing-review'];
    const context = project({ answers: { specialFireWorks: false, mustTender: false }, completed, together: ['sg-quality-safety'] });
    expect(blockingPrerequisites(item('sg-construction-permit'), context)).toEqual([]);
    expect(blockingPrerequisites(item('sg-construction-permit'), context, 'decision').map((group) => group.anyOf)).toEqual([['sg-quality-safety']]);
    const finished = { ...context, completed: [...completed, 'sg-quality-safety'] };
    expect(blockingPrerequisites(item('sg-construction-permit'), finished, 'decision')).toEqual([]);
  });

  it('special works cannot have a works permit without the fire design review', () => {
    const completed = ['gc-engineering-planning-permit', 'lx-land-planning-permit', 'sg-joint-drawing-review', 'sg-quality-safety'];
    const special = project({ answers: { specialFireWorks: true, mustTender: false }, completed });
    expect(blockingPrerequisites(item('sg-construction-permit'), special).map((group) => group.anyOf)).toEqual([['sg-fire-design']]);
  });

  it('a small project needs no drawing review: the prerequisite is skipped', () => {
    const groups = prerequisitesOf(item('sg-construction-permit'), project({ projectType: 'SOCIAL_SMALL' }));
    expect(groups.find((group) => group.anyOf.includes('sg-joint-drawing-review'))).toBeUndefined();
  });

  it('a group whose items are all merged or not run for the type of project is skipped, not waited for', () => {
    const context = project({ projectType: 'SOCIAL_SMALL', answers: { specialFireWorks: true, mustTender: true } });
    expect(blockingPrerequisites(item('sg-construction-permit'), context, 'decision').map((group) => group.anyOf)).toEqual([['gc-engineering-planning-permit'], ['lx-land-planning-permit']]);
    expect(prerequisitesOf(item('sg-construction-permit'), context).filter((group) => group.state === 'skipped')).toHaveLength(4);
  });

  it('land sold with its scheme needs no scheme review', () => {
    const without = prerequisitesOf(item('gc-engineering-planning-permit'), project({ answers: { landWithScheme: false } }));
    expect(without.find((group) => group.anyOf.includes('gc-design-scheme'))?.state).toBe('unmet');
    const withScheme = prerequisitesOf(item('gc-engineering-planning-permit'), project({ projectType: 'SOCIAL_WITH_SCHEME' }));
    expect(withScheme.find((group) => group.anyOf.includes('gc-design-scheme'))).toBeUndefined();
  });

  it('a soft prerequisite never blocks', () => {
    const groups = prerequisitesOf(item('sg-joint-drawing-review'), project());
    expect(groups).toEqual([expect.objectContaining({ kind: 'soft', state: 'unmet', blocks: false })]);
  });

  it('an open question makes the group undetermined, which does not block', () => {
    const group = prerequisitesOf(item('sg-construction-permit'), project()).find((found) => found.anyOf.includes('sg-fire-design'));
    expect(group).toMatchObject({ state: 'undetermined', blocks: false });
  });

  describe('T11: the order of land papers', () => {
    it('allocated land: the planning permit comes before the allocation decision', () => {
      const context = project({ projectType: 'GOV_BUILDING', answers: { landSupply: 'allocation' }, completed: ['lx-gov-feasibility'] });
      expect(blockingPrerequisites(item('lx-land-allocation'), context, 'decision').map((group) => group.anyOf)).toEqual([['lx-land-planning-permit']]);
      expect(blockingPrerequisites(item('lx-land-planning-permit'), context, 'decision')).toEqual([]);
    });

    it('sold land: the contract comes before the planning permit', () => {
      const sold = project({ answers: { landSupply: 'sale', initiationType: 'filing' }, completed: ['lx-ent-filing'] });
      expect(blockingPrerequisites(item('lx-land-planning-permit'), sold)).toEqual([expect.objectContaining({ anyOf: [landTransferContract], basis: '城乡规划法 art. 38' })]);
      expect(blockingPrerequisites(item('lx-land-planning-permit'), { ...sold, documents: [landTransferContract] })).toEqual([]);
    });

    it('number and date of the contract in the form show that it was signed; one of them does not', () => {
      const supply = { landSupply: 'sale', landPaperNumber: '1501232026B00012' };
      const judged = (form: Record<string, unknown>) => blockingPrerequisites(item('lx-land-planning-permit'), project({ answers: answersFromForm({ S05: form, S01: { initiationType: 'filing' } }), completed: ['lx-ent-filing'] }));
      expect(judged(supply)).toHaveLength(1);
      expect(judged({ ...supply, landPaperDate: '2026-02-10' })).toEqual([]);
    });

    it('the planning permit of allocated land does not wait for a contract', () => {
      const context = project({ projectType: 'GOV_BUILDING', answers: { landSupply: 'allocation' } });
      expect(prerequisitesOf(item('lx-land-planning-permit'), context).some((group) => group.anyOf.includes(landTransferContract))).toBe(false);
    });
  });
});
