import type { SectionCode } from '../../../src/forms/application/sections.js';
import type { FormContext } from '../../../src/forms/cross-checks/cross-check.js';
import { crossChecks } from '../../../src/forms/cross-checks/index.js';

type Sections = Partial<Record<SectionCode, Record<string, unknown>>>;

/** The fields that one rule objects to. */
function objections(key: string, form: Sections, context: FormContext = {}): string[] {
  const rule = crossChecks.find((found) => found.key === key)!;
  return rule.check(form as Record<string, Record<string, unknown>>, context).map((found) => found.pointer);
}

const square = { type: 'Polygon', coordinates: [[[111.8, 40.5], [111.802, 40.5], [111.802, 40.503], [111.8, 40.503], [111.8, 40.5]]] };
const participant = (role: string, creditCode: string) => ({ role, creditCode });

describe('rules over several fields', () => {
  it.each<[string, string, Sections, string[], FormContext?]>([
    ['capital equal to the total', 'investment-adds-up', { S07: { totalInvestment: 100, capital: 100 } }, []],
    ['capital one yuan above the total', 'investment-adds-up', { S07: { totalInvestment: 100, capital: 100.0001 } }, ['/S07/capital']],
    ['parts that make the total to the yuan', 'investment-adds-up', { S07: { totalInvestment: 0.3, civilWorks: 0.1, equipment: 0.2, otherCosts: 0 } }, []],
    ['parts one yuan short', 'investment-adds-up', { S07: { totalInvestment: 100, civilWorks: 50, equipment: 49.9999, otherCosts: 0 } }, ['/S07/totalInvestment']],
    ['two of three parts, below the total', 'investment-adds-up', { S07: { totalInvestment: 100, civilWorks: 50, equipment: 40 } }, []],
    ['one part above the total', 'investment-adds-up', { S07: { totalInvestment: 100, civilWorks: 101 } }, ['/S07/totalInvestment']],
    ['sources that do not make the total', 'investment-adds-up', { S07: { totalInvestment: 100, fundingSources: [{ amount: 60 }, { amount: 39 }] } }, ['/S07/fundingSources']],
    ['sources that make the total', 'investment-adds-up', { S07: { totalInvestment: 100.3, fundingSources: [{ amount: 100.1 }, { amount: 0.2 }] } }, []],
    ['levels that make the floor area', 'floor-area-adds-up', { S08: { totalFloorArea: 68450.6, aboveGroundArea: 64120.35, undergroundArea: 4330.25 } }, []],
    ['levels a hundredth off', 'floor-area-adds-up', { S08: { totalFloorArea: 68450.61, aboveGroundArea: 64120.35, undergroundArea: 4330.25 } }, ['/S08/totalFloorArea']],
    ['buildings that do not make the floor area', 'floor-area-adds-up', { S08: { totalFloorArea: 100, buildings: [{ area: 50 }, { area: 49 }] } }, ['/S08/buildings']],
    ['a building as high as planned', 'height-within-plan', { S06: { buildingHeight: 24 }, S08: { buildings: [{ height: 24 }, {}] } }, []],
    ['a building higher than planned', 'height-within-plan', { S06: { buildingHeight: 24 }, S08: { buildings: [{ height: 23 }, { height: 24.01 }] } }, ['/S08/buildings/1/height']],
    ['a floor area ratio rounded to two places', 'plot-ratio-fits', { S05: { landArea: 30000 }, S06: { countedFloorArea: 50000, plotRatio: 1.67 } }, []],
    ['a floor area ratio that the areas do not give', 'plot-ratio-fits', { S05: { landArea: 30000 }, S06: { countedFloorArea: 50000, plotRatio: 1.65 } }, ['/S06/plotRatio']],
    ['more new land than land', 'land-area-fits', { S05: { landArea: 100, newLandArea: 100.01 } }, ['/S05/newLandArea']],
    ['a red line just inside one per cent', 'land-area-fits', { S05: { landArea: 56476 * 1.009, redLine: square } }, []],
    ['a red line two per cent off', 'land-area-fits', { S05: { landArea: 56476 * 1.02, redLine: square } }, ['/S05/redLine']],
    ['works that end on the day they begin', 'works-end-after-start', { S01: { plannedStart: '2026-06-15', plannedFinish: '2026-06-15' } }, ['/S01/plannedFinish']],
    ['works that end later', 'works-end-after-start', { S01: { plannedStart: '2026-06-15', plannedFinish: '2026-06-16' } }, []],
    ['an occupation that ends before it begins', 'occupation-ends-after-start', { S15: { occupiedFrom: '2026-05-02', occupiedUntil: '2026-05-01' } }, ['/S15/occupiedUntil']],
    ['acceptance on the day of completion', 'accepted-after-completion', { S16: { completedOn: '2027-10-01', acceptedOn: '2027-10-01' } }, []],
    ['acceptance before completion', 'accepted-after-completion', { S16: { completedOn: '2027-10-02', acceptedOn: '2027-10-01' } }, ['/S16/acceptedOn']],
    ['an authority that begins tomorrow', 'agent-authority-covers-filing', { S04: { agentFiles: true, authorisedFrom: '2026-03-03', authorisedUntil: '2026-12-31' } }, ['/S04/authorisedFrom'], { filedOn: '2026-03-02' }],
    ['an authority that ended yesterday', 'agent-authority-covers-filing', { S04: { agentFiles: true, authorisedFrom: '2026-01-01', authorisedUntil: '2026-03-01' } }, ['/S04/authorisedUntil'], { filedOn: '2026-03-02' }],
    ['an authority on its last day', 'agent-authority-covers-filing', { S04: { agentFiles: true, authorisedFrom: '2026-01-01', authorisedUntil: '2026-03-02' } }, [], { filedOn: '2026-03-02' }],
    ['an authority that ends before it begins', 'agent-authority-covers-filing', { S04: { agentFiles: true, authorisedFrom: '2026-03-01', authorisedUntil: '2026-02-01' } }, ['/S04/authorisedUntil']],
    ['an old authority when nobody uses it', 'agent-authority-covers-filing', { S04: { agentFiles: false, authorisedFrom: '2020-01-01', authorisedUntil: '2020-02-01' } }, [], { filedOn: '2026-03-02' }],
    ['government money that is only filed', 'initiation-fits-investor', { S01: { investmentSource: 'government', initiationType: 'filing', projectType: 'GOV_BUILDING' } }, ['/S01/initiationType']],
    ['enterprise money that is approved', 'initiation-fits-investor', { S01: { investmentSource: 'enterprise', initiationType: 'approval', projectType: 'SOCIAL_GENERAL' } }, ['/S01/initiationType']],
    ['enterprise money in a government project', 'initiation-fits-investor', { S01: { investmentSource: 'enterprise', initiationType: 'filing', projectType: 'GOV_LINEAR' } }, ['/S01/projectType']],
    ['mixed money in either', 'initiation-fits-investor', { S01: { investmentSource: 'mixed', initiationType: 'verification', projectType: 'GOV_BUILDING' } }, []],
    ['another type than that of the project', 'type-is-that-of-the-project', { S01: { projectType: 'SOCIAL_SMALL' } }, ['/S01/projectType'], { projectType: 'SOCIAL_GENERAL' }],
    ['the type of the project', 'type-is-that-of-the-project', { S01: { projectType: 'SOCIAL_SMALL' } }, [], { projectType: 'SOCIAL_SMALL' }],
    ['land with scheme by type and without by answer', 'land-fits-project-type', { S01: { projectType: 'SOCIAL_WITH_SCHEME', landWithScheme: false } }, ['/S01/landWithScheme']],
    ['sold land without contract in the first stage', 'land-paper-before-engineering', { S05: { landSupply: 'sale' } }, [], { stage: 'LX' }],
    ['sold land without contract in the engineering stage', 'land-paper-before-engineering', { S05: { landSupply: 'sale' } }, ['/S05/landPaperNumber', '/S05/landPaperDate'], { stage: 'GC' }],
    ['land already held without contract', 'land-paper-before-engineering', { S05: { landSupply: 'existing' } }, [], { stage: 'GC' }],
    ['a contract dated after the filing', 'land-paper-before-engineering', { S05: { landSupply: 'sale', landPaperNumber: '1', landPaperDate: '2026-03-03' } }, ['/S05/landPaperDate'], { filedOn: '2026-03-02' }],
    ['a project outside the area (A4)', 'project-inside-area', { S01: { regionCode: '150102' } }, ['/S01/regionCode'], { regions: ['150123'] }],
    ['a project inside the area', 'project-inside-area', { S01: { regionCode: '150123' } }, [], { regions: ['150123'] }],
    ['less basement than due and no relocation', 'civil-defence-is-built-or-relocated', { S12: { civilDefenceDuty: true, requiredArea: 100, plannedArea: 99.99, relocation: false } }, ['/S12/plannedArea']],
    ['less basement than due with relocation', 'civil-defence-is-built-or-relocated', { S12: { civilDefenceDuty: true, requiredArea: 100, plannedArea: 0, relocation: true } }, []],
    ['a contractor who supervises himself', 'participants-are-independent', { S14: { participants: [participant('construction', 'A'), participant('supervision', 'A')] } }, ['/S14/participants/1/creditCode']],
    ['a designer who reviews the own drawings', 'participants-are-independent', { S14: { participants: [participant('drawingReview', 'A'), participant('design', 'A')] } }, ['/S14/participants/0/creditCode']],
    ['the same designer twice', 'participants-are-independent', { S14: { participants: [participant('design', 'A'), participant('design', 'A')] } }, ['/S14/participants/1/creditCode']],
    ['one body that surveys and designs', 'participants-are-independent', { S14: { participants: [participant('survey', 'A'), participant('design', 'A')] } }, []],
    ['a direct contract where a tender is a must', 'tender-is-held', { S14: { mustTender: true, tenderMethod: 'direct' } }, ['/S14/tenderMethod']],
    ['an award after the filing', 'tender-is-held', { S14: { mustTender: true, tenderMethod: 'open', awardedOn: '2026-03-03' } }, ['/S14/awardedOn'], { filedOn: '2026-03-02' }],
    ['electronic delivery without consent', 'electronic-delivery-needs-consent', { S19: { method: 'electronic', electronicConsent: false } }, ['/S19/electronicConsent']],
    ['a sensitive area without EIA', 'eia-fits-sensitive-area', { S10: { sensitiveArea: true, eiaCategory: 'none' } }, ['/S10/eiaCategory']],
  ])('%s (%s)', (_what, key, form, expected, ...[context]) => {
    expect(objections(key, form, context)).toEqual(expected);
  });

  it('no rule objects to a form in which nothing is answered yet', () => {
    const empty = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`S${String(index + 1).padStart(2, '0')}`, {}]));
    expect(crossChecks.flatMap((rule) => rule.check(empty, { stage: 'GC', filedOn: '2026-03-02', regions: [] }))).toEqual([]);
  });

  it('each rule has its own key', () => {
    expect(new Set(crossChecks.map((rule) => rule.key)).size).toBe(crossChecks.length);
  });
});
