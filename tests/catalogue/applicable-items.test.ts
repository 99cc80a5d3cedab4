import { applicableItems, judgeItems } from '../../src/catalogue/applicable-items.js';
import { openQuestions } from '../../src/catalogue/open-questions.js';
import { answersFromForm } from '../../src/catalogue/questions.js';
import { nationalThresholds } from '../../src/catalogue/thresholds.js';
import type { ProjectType, StageCode } from '../../src/catalogue/item.js';
import { referenceList } from './reference-list.js';

const { items } = referenceList();

function verdict(code: string, answers: Record<string, unknown>, projectType: ProjectType = 'SOCIAL_GENERAL', thresholds = nationalThresholds): string {
  return judgeItems(items, { projectType, answers, thresholds }).find((found) => found.item.code === code)!.applies;
}

describe('which items apply to a project', () => {
  it.each([
    ['one tonne and one kWh below both limits', { energyTce: 999, energyKwh: 4_999_999 }, 'no'],
    ['1 000 tce exactly', { energyTce: 1000, energyKwh: 0 }, 'yes'],
    ['5 million kWh exactly', { energyTce: 0, energyKwh: 5_000_000 }, 'yes'],
    ['a data centre, electricity alone known', { energyKwh: 80_000_000 }, 'yes'],
    ['one figure below and the other not known', { energyTce: 10 }, 'maybe'],
  ])('the energy review, with %s', (_what, answers, expected) => {
    expect(verdict('bx-energy-review', answers)).toBe(expected);
  });

  it.each([
    [0.49, 999, 'no', 'no'],
    [0.5, 0, 'no', 'yes'],
    [0, 1000, 'no', 'yes'],
    [4.99, 49_999, 'no', 'yes'],
    [5, 0, 'yes', 'no'],
    [0.1, 50_000, 'yes', 'no'],
  ])('soil and water for %d ha and %d m³: report %s, form %s', (occupiedLandHa, earthworkM3, report, form) => {
    expect(verdict('bx-soil-water-report', { occupiedLandHa, earthworkM3 })).toBe(report);
    expect(verdict('bx-soil-water-form', { occupiedLandHa, earthworkM3 })).toBe(form);
  });

  it('the EIA category offers either the report or the form, never both', () => {
    expect([verdict('bx-eia-report', { eiaCategory: 'report' }), verdict('bx-eia-form', { eiaCategory: 'report' })]).toEqual(['yes', 'no']);
    expect([verdict('bx-eia-report', { eiaCategory: 'form' }), verdict('bx-eia-form', { eiaCategory: 'form' })]).toEqual(['no', 'yes']);
    expect([verdict('bx-eia-report', { eiaCategory: 'registration' }), verdict('bx-eia-form', { eiaCategory: 'registration' })]).toEqual(['no', 'no']);
  });

  it('special works have their fire design reviewed, other works are filed at the end', () => {
    expect([verdict('sg-fire-design', { specialFireWorks: true }), verdict('jg-fire-filing', { specialFireWorks: true })]).toEqual(['yes', 'no']);
    expect([verdict('sg-fire-design', { specialFireWorks: false }), verdict('jg-fire-filing', { specialFireWorks: false })]).toEqual(['no', 'yes']);
  });

  it('a question that nobody answered never hides an item, and names itself', () => {
    const found = judgeItems(items, { projectType: 'SOCIAL_GENERAL', answers: {} }).find((row) => row.item.code === 'sg-fire-design')!;
    expect(found).toMatchObject({ applies: 'maybe', ask: ['specialFireWorks'] });
  });

  it('government items are not offered to an enterprise, nor merged ones to a small project', () => {
    expect(verdict('lx-gov-proposal', {})).toBe('no');
    expect(verdict('lx-gov-proposal', {}, 'GOV_BUILDING')).toBe('yes');
    expect(verdict('sg-joint-drawing-review', {}, 'SOCIAL_SMALL')).toBe('no');
    expect(verdict('sg-joint-drawing-review', {})).toBe('yes');
  });

  it('verification and filing of an enterprise project exclude each other by the same answer', () => {
    expect([verdict('lx-ent-verification', { initiationType: 'filing' }), verdict('lx-ent-filing', { initiationType: 'filing' })]).toEqual(['no', 'yes']);
    expect([verdict('lx-ent-verification', { initiationType: 'verification' }), verdict('lx-ent-filing', { initiationType: 'verification' })]).toEqual(['yes', 'no']);
  });

  it('an item that only the applicant knows about is asked by its own code', () => {
    expect(verdict('bx-night-construction', {})).toBe('maybe');
    expect(verdict('bx-night-construction', { 'bx-night-construction': true })).toBe('yes');
    expect(verdict('bx-night-construction', { 'bx-night-construction': false })).toBe('no');
  });

  it('the works-permit stage of a data centre: four items from two answers', () => {
    const answers = { specialFireWorks: true, lightningSeparateReview: false, mustTender: false };
    const found = applicableItems(items, { projectType: 'SOCIAL_GENERAL', stage: 'SG', answers });
    expect(found.map((row) => [row.item.code, row.applies])).toEqual([
      ['sg-joint-drawing-review', 'yes'],
      ['sg-fire-design', 'yes'],
      ['sg-quality-safety', 'yes'],
      ['sg-construction-permit', 'yes'],
    ]);
  });

  it('thresholds are settings', () => {
    expect(verdict('bx-energy-review', { energyTce: 1000, energyKwh: 0 }, 'SOCIAL_GENERAL', { ...nationalThresholds, energyTce: 2000 })).toBe('no');
  });

  it('answers of the wrong kind count as open, and inherited names are no answers', () => {
    expect(verdict('sg-fire-design', { specialFireWorks: 'true' })).toBe('maybe');
    expect(verdict('bx-energy-review', { energyTce: Number.NaN, energyKwh: 0 })).toBe('maybe');
    expect(verdict('bx-night-construction', Object.create({ 'bx-night-construction': true }) as Record<string, unknown>)).toBe('maybe');
  });

  it('asks each open question once, and reads the same answers from the form', () => {
    const stages: StageCode[] = ['SG', 'JG'];
    const asked = openQuestions(applicableItems(items, { projectType: 'SOCIAL_GENERAL', stage: stages, answers: {} })).map((question) => question.key);
    expect(asked).toEqual([...new Set(asked)]);
    expect(asked).toContain('specialFireWorks');
    expect(answersFromForm({ S13: { specialFireWorks: true }, S09: { annualEnergyTce: 12 }, S10: null, S11: 'x' })).toEqual({ specialFireWorks: true, energyTce: 12 });
  });
});
