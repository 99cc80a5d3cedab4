import { Random } from '../oracle/random.js';
import { allWeights, randomModel } from '../oracle/random-model.js';
import { table } from '../dmn/table.js';

type Mutation = (text: string, random: Random) => string;

const namespaces = ['http://www.omg.org/spec/BPMN/20100524/MODEL', 'https://www.omg.org/spec/DMN/20191111/MODEL/'];

/** What editors, networks, people and attackers do to a file. */
const mutations: Record<string, Mutation> = {
  truncated: (text, random) => text.slice(0, random.below(text.length)),
  cutOut: (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + text.slice(at + random.below(200));
  },
  swapped: (text, random) => {
    const [left, right] = [random.below(text.length), random.below(text.length)].sort((a, b) => a - b) as [number, number];
    return text.slice(0, left) + text.slice(right) + text.slice(left, right);
  },
  garbled: (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + String.fromCharCode(...Array.from({ length: 1 + random.below(8) }, () => random.below(0xffff))) + text.slice(at + 3);
  },
  wrongNamespace: (text, random) => namespaces.reduce((changed, namespace) => changed.replace(namespace, random.oneOf(['urn:other', '', 'http://www.omg.org/spec/BPMN/2010/WRONG', 'http://www.w3.org/2001/XMLSchema-instance'])), text),
  noNamespace: (text) => text.replace(/ xmlns="[^"]*"/, ''),
  lostElement: (text, random) => without(text, /<(\w+)[^<>]*\/>|<(\w+)[^<>]*><\/\w+>/g, random),
  twice: (text, random) => {
    const parts = [...text.matchAll(/<\w+ [^<>]*><\/\w+>/g)];
    const part = parts[random.below(Math.max(1, parts.length))]?.[0] ?? '';
    return text.replace(part, part + part);
  },
  lostAttribute: (text, random) => without(text, / \w+="[^"]*"/g, random),
  otherValue: (text, random) => {
    const values = [...text.matchAll(/="([^"]*)"/g)].map(([, value]) => value ?? '');
    const from = random.oneOf(values);
    const to = random.oneOf([...values, '', '-1', '999999999999', 'NaN', '&lt;', '__proto__', 'constructor', 'toString']);
    return text.replace(`="${from}"`, `="${to}"`);
  },
  otherTag: (text, random) => {
    const tags = [...text.matchAll(/<(\w+)/g)].map(([, tag]) => tag ?? '');
    const [from, to] = [random.oneOf(tags), random.oneOf([...tags, 'adHocSubProcess', 'complexGateway', 'nothing'])];
    return text.replaceAll(new RegExp(`(</?)${from}\\b`, 'g'), `$1${to}`);
  },
  nonsenseInFeel: (text, random) => text.replace(/(<conditionExpression[^>]*>|<text>|<loopCardinality>|<script>)[^<]*/, `$1${random.oneOf(['((((((((((', '1 +', 'for i in 1..1000000000 return i', '"', '{a: {b: {c:', 'x'.repeat(6000), '1e999', 'some x in', '\u0000'])}`),
  entities: (text) => text.replace(/<definitions/, `<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'.split('').map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`).join('')}]><definitions`).replace(/id="(\w+)"/, 'id="&j;"'),
  externalEntity: (text) => text.replace(/<definitions/, '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><definitions').replace(/<process|<decision /, '&x;$&'),
  callCycle: (text) => text.replace(/<userTask id="(\w+)"/, '<callActivity calledElement="main" id="$1"').replace(/<\/userTask>/, '</callActivity>').replace(/<requiredDecision href="#\w+"/, '<requiredDecision href="#d"'),
  deep: (text, random) => {
    const depth = random.oneOf([50, 300, 3000]);
    return text.replace(/<\/process>|<\/decision>/, (close) => `${Array.from({ length: depth }, (_, level) => `<subProcess id="deep${level}">`).join('')}${'</subProcess>'.repeat(depth)}${close}`);
  },
};

function without(text: string, pattern: RegExp, random: Random): string {
  const parts = [...text.matchAll(pattern)];
  const part = parts[random.below(Math.max(1, parts.length))]?.[0];
  return part === undefined ? text : text.replace(part, '');
}

export interface Mutant {
  readonly language: 'bpmn' | 'dmn';
  readonly how: string;
  readonly text: string;
}

/** The mutated file of a seed: a random diagram or decision table with one to three things done to it. */
export function mutantOf(seed: number): Mutant {
  const random = new Random(seed + 1_000_000);
  const language = seed % 4 === 3 ? 'dmn' : 'bpmn';
  let text = language === 'dmn' ? someTable(random) : randomModel(random, { weights: allWeights, size: 2 + random.below(6), bends: random.below(3) }).xml;
  const hows: string[] = [];
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const how = random.oneOf(Object.keys(mutations));
    hows.push(how);
    if (text.length > 0) text = mutations[how]?.(text, random) ?? text;
  }
  return { language, how: hows.join(), text };
}

function someTable(random: Random): string {
  return table({
    inputs: ['a', 'b'], outputs: ['x', 'y'], policy: random.oneOf(['UNIQUE', 'ANY', 'PRIORITY', 'FIRST', 'OUTPUT ORDER', 'RULE ORDER', 'COLLECT']), values: ['"p","q"', ''],
    rows: Array.from({ length: 1 + random.below(6) }, () => `${random.oneOf(['-', '> 3', '[1..5]', 'not(2)'])} | ${random.oneOf(['-', '"k"', '"k","l"'])} => ${random.oneOf(['"p"', '"q"'])} | a + ${random.below(9)}`),
  });
}
