import { Parser } from 'saxen';

/** One element with what stands in it; names carry the prefix `dmn:` when they are DMN's, whatever prefix the file uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Longest file that is read, in characters. */
const longestFile = 8_000_000;
const deepest = 200;

const namespaces = Object.fromEntries(
  ['20151101/dmn.xsd', '20180521/MODEL/', '20191111/MODEL/', '20211108/MODEL/', '20230324/MODEL/'].flatMap((version) => [
    [`http://www.omg.org/spec/DMN/${version}`, 'dmn'],
    [`https://www.omg.org/spec/DMN/${version}`, 'dmn'],
  ]),
);

/** Reads XML into a tree. What cannot be read gives a sentence in `fault`; nothing is thrown and no entity of the file is expanded. */
export function readXmlTree(xml: string): { root?: XmlElement; fault?: string } {
  if (xml.length > longestFile) return { fault: `longer than ${longestFile} characters` };
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let fault: string | undefined;
  const parser = new Parser();
  const fail = (reason: string): void => {
    fault ??= reason.split('\n')[0]?.slice(0, 200);
    parser.stop();
  };
  parser.ns(namespaces);
  parser.on('attention', (text) => {
    if (/^<!DOCTYPE|^<!ENTITY/i.test(text)) fail('document type declarations are not read');
  });
  parser.on('openTag', (name, attributes, decode) => {
    if (open.length > deepest) return fail(`more than ${deepest} levels deep`);
    const element: XmlElement = { name, attributes: decodeAll(attributes(), decode), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closeTag', () => void open.pop());
  parser.on('text', (text, decode) => addText(open.at(-1), decode(text)));
  parser.on('cdata', (text) => addText(open.at(-1), text));
  parser.on('error', (error) => fail(error.message));
  try {
    parser.parse(xml);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  const [root] = top.children;
  if (fault !== undefined) return { fault };
  return root === undefined ? { fault: 'no element in it' } : { root };
}

function addText(element: XmlElement | undefined, text: string): void {
  if (element !== undefined) element.text += text;
}

function decodeAll(attributes: Record<string, string>, decode: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decode(value)]));
}
