import { sectionCodes, sections } from '../../src/forms/application/sections.js';
import { describeForm } from '../../src/forms/describe-form.js';
import { formOfStage, sectionsForDepartment } from '../../src/forms/stage-form.js';
import { questions } from '../../src/catalogue/questions.js';
import { referenceList } from '../catalogue/reference-list.js';

const { items, meta } = referenceList();

describe('the one form of a stage', () => {
  it('is the union of the sections of its items, each once, in the order of the form', () => {
    const chosen = items.filter((item) => ['sg-construction-permit', 'sg-fire-design'].includes(item.code));
    expect(formOfStage(chosen)).toEqual(['S01', 'S02', 'S03', 'S04', 'S07', 'S08', 'S13', 'S14', 'S18', 'S19', 'S20']);
    expect(formOfStage([])).toEqual([]);
    expect(formOfStage([{ formSections: ['S99', 'S02', 'S02'] }])).toEqual(['S02']);
  });

  it('asks no field twice, even when all 56 items are chosen at once', () => {
    const all = formOfStage(items);
    expect(all).toEqual(sectionCodes);
    const { fields } = describeForm(all);
    const topLevel = fields.filter((field) => !field.pointer.includes('*'));
    expect(repeated(fields.map((field) => field.pointer))).toEqual([]);
    expect(repeated(topLevel.map((field) => field.zh))).toEqual([]);
    expect(repeated(topLevel.map((field) => field.en.toLowerCase()))).toEqual([]);
  });

  it('asks no field twice within any list', () => {
    const byList = new Map<string, string[]>();
    for (const field of describeForm(sectionCodes).fields) {
      const list = field.pointer.slice(0, field.pointer.lastIndexOf('/'));
      byList.set(list, [...(byList.get(list) ?? []), field.zh]);
    }
    expect([...byList.values()].flatMap(repeated)).toEqual([]);
  });

  it('knows every section that the item list names, by the same name', () => {
    expect(Object.fromEntries(sectionCodes.map((code) => [code, sections[code].zh]))).toEqual(meta.formSections);
  });

  it('a department sees its own sections and who applies for what, no more', () => {
    const stage = formOfStage(items.filter((item) => item.stage.id === 'SG'));
    const fire = sectionsForDepartment(stage, items.filter((item) => item.code === 'sg-fire-design'));
    expect(fire).toEqual(['S01', 'S02', 'S03', 'S04', 'S08', 'S13', 'S14', 'S18', 'S19', 'S20']);
    expect(fire).not.toContain('S07');
  });

  it('every question of the guide is a field of the form with the same kind, choices and unit', () => {
    const fields = new Map(describeForm(sectionCodes).fields.map((field) => [field.pointer, field]));
    const kinds = { boolean: ['yes-no'], number: ['decimal', 'whole-number'], enum: ['choice'] };
    for (const question of questions) {
      const field = fields.get(question.pointer);
      expect([question.key, kinds[question.type].includes(field?.kind ?? '')]).toEqual([question.key, true]);
      expect([question.key, question.options?.map((option) => option.value)]).toEqual([question.key, field?.options?.map((option) => option.value)]);
      expect([question.key, question.unit]).toEqual([question.key, field?.unit]);
    }
  });
});

function repeated(words: readonly string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}
