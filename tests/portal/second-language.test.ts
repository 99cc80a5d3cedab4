import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { english } from '../../portal/ui/i18n/english.js';
import { fieldsFor } from '../../designer/src/properties/property-fields.js';

describe('the second language of the pages', () => {
  it('has an English text for every Chinese text that a page shows', () => {
    expect([...shownTexts()].filter((text) => !Object.hasOwn(english, text))).toEqual([]);
  });

  it('translates nothing that no page shows any more', () => {
    const shown = shownTexts();
    expect(Object.keys(english).filter((text) => !shown.has(text))).toEqual([]);
  });

  it('keeps every figure and name that the Chinese text mentions', () => {
    const holes = (text: string): string[] => [...text.matchAll(/{{\w+}}/g)].map(([hole]) => hole).sort();
    expect(Object.entries(english).filter(([chinese, translated]) => holes(chinese).join() !== holes(translated).join())).toEqual([]);
  });
});

/** Texts of `t('…')` and the labels of the designer's properties, which reach `t` as values. */
function shownTexts(): Set<string> {
  const files = ['portal', 'designer'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)));
  const written = files.filter((file) => /\.tsx?$/.test(file)).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bt\('((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text as string));
  return new Set([...written, ...propertyTexts()]);
}

function propertyTexts(): string[] {
  const types = ['bpmn:Process', 'bpmn:Lane', 'bpmn:SequenceFlow', 'bpmn:Gateway', 'bpmn:CallActivity', 'bpmn:Activity', 'bpmn:Event'];
  const timer = { $instanceOf: () => true };
  const elements = types.map((type) => ({ id: 'x', type, businessObject: { id: 'x', $type: type, $instanceOf: (asked: string) => asked === type, get: (name: string) => (name === 'eventDefinitions' ? [timer] : name === 'loopCharacteristics' ? timer : undefined) } }));
  return elements.flatMap((element) => fieldsFor(element as never)).flatMap(({ label, help }) => (help === undefined ? [label] : [label, help]));
}
