import { readFileSync } from 'node:fs';
import { judgeCondition, knownConditionCodes } from '../../src/catalogue/conditions.js';
import type { ProjectType } from '../../src/catalogue/item.js';
import { decide } from '../../src/workflows/dmn/decide.js';
import { readDecision } from '../../src/workflows/dmn/read-decision.js';

const { decision, findings } = readDecision(readFileSync(new URL('../../seeds/decisions/item-conditions.dmn', import.meta.url), 'utf8'));
const types: ProjectType[] = ['GOV_BUILDING', 'GOV_LINEAR', 'SOCIAL_SMALL', 'SOCIAL_WITH_SCHEME'];

/** A sequence that looks like chance and is the same every time. */
function* numbers(seed: number): Generator<number> {
  for (let value = seed; ; ) {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield value / 2_147_483_648;
  }
}

describe('The decision table of the conditions of items', () => {
  it('is without findings', () => expect(findings).toEqual([]));

  it('decides what the catalogue decides, whatever the answers, wherever the answers settle it', () => {
    const chance = numbers(7);
    const pick = <T>(...values: T[]): T => values[Math.floor((chance.next().value as number) * values.length)] as T;
    const flag = (): boolean | undefined => pick(true, false, undefined);
    let settled = 0;
    for (let round = 0; round < 50; round += 1) {
      const projectType = pick(...types);
      const answers = Object.fromEntries(Object.entries({
        initiationType: pick('approval', 'verification', 'filing', undefined), simplifiedGovProcedure: flag(), landSupply: pick('allocation', 'sale', undefined), newLandArea: pick(0, 1, undefined),
        landWithScheme: flag(), inHeritageControlZone: flag(), civilDefenceDuty: flag(), basementArea: pick(0, 10, undefined), planningPermitExempt: flag(), totalInvestment: pick(29.9, 30, 500, undefined),
        totalFloorArea: pick(299, 300, undefined), specialFireWorks: flag(), lightningSeparateReview: flag(), mustTender: flag(), eiaCategory: pick('report', 'form', 'registration', undefined),
        occupiedLandHa: pick(0.4, 0.5, 4.9, 5, undefined), earthworkM3: pick(999, 1000, 49_999, 50_000, undefined), energyTce: pick(999, 1000, undefined), energyKwh: pick(0, 5_000_000, undefined),
        waterAbstractionM3: pick(0, 1, undefined), inFloodArea: flag(), temporaryGrassland: flag(), agentFiles: flag(),
      }).filter(([, value]) => value !== undefined));
      const holding = new Set(decide(decision!, { projectType, ...answers }).value as string[]);
      for (const code of knownConditionCodes) {
        const { holds } = judgeCondition(code, { projectType, answers });
        if (holds === 'unknown') continue;
        settled += 1;
        expect([code, answers, holding.has(code)]).toEqual([code, answers, holds]);
      }
    }
    expect(settled).toBeGreaterThan(800);
  });
});
