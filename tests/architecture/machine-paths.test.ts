import { writtenFiles } from './repository-files.js';

// Written in pieces, so that this file does not find itself.
const machinePlaces = [
  new RegExp(`(^|["'\`\\s(=])/(${['home', 'Users', 'root', 'work', 'mnt', 'workspace'].join('|')})/[\\w.-]+`, 'm'),
  new RegExp(`[A-Z]:\\\\{1,2}(${['Users', 'Documents'].join('|')})`),
  new RegExp(['registry', '(npmjs|npmmirror|yarnpkg)', '(org|com)'].join('\\.')),
];

describe('The repository', () => {
  it('names no place that exists on one machine only', () => {
    const found = writtenFiles().flatMap(({ file, text }) => machinePlaces.flatMap((pattern) => (pattern.exec(text) ? [`${file}: ${pattern.exec(text)?.[0].trim()}`] : [])));
    expect(found).toEqual([]);
  });

  it('would notice one', () => {
    const sample = ["readFile('", 'home', "clerk/form.json')"].join('/').replace("('/", "('/");
    expect(machinePlaces.some((pattern) => pattern.test(sample))).toBe(true);
  });
});
