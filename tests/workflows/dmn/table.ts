/** Writes a decision table as DMN from rows of FEEL texts: `"inputs | outputs"`. */
export function table(options: { inputs: string[]; outputs: string[]; rows: string[]; policy?: string; aggregation?: string; inputTypes?: string[]; outputTypes?: string[]; values?: string[]; defaults?: string[]; allowed?: string[] }): string {
  const { inputs, outputs, rows, policy = 'UNIQUE', aggregation, inputTypes = [], outputTypes = [], values = [], defaults = [], allowed = [] } = options;
  const text = (tag: string, value: string | undefined, attributes = ''): string => (value === undefined ? '' : `<${tag}${attributes}><text>${escape(value)}</text></${tag}>`);
  const type = (name: string | undefined): string => (name === undefined ? '' : ` typeRef="${name}"`);
  const head = [
    ...inputs.map((input, index) => `<input id="in${index}" label="${escape(input)}">${text('inputExpression', input, type(inputTypes[index]))}${text('inputValues', allowed[index])}</input>`),
    ...outputs.map((output, index) => `<output id="out${index}" name="${output}"${type(outputTypes[index])}>${text('outputValues', values[index])}${text('defaultOutputEntry', defaults[index])}</output>`),
  ];
  const rules = rows.map((row, index) => {
    const [tests = '', results = ''] = row.split('=>').map((part) => part.trim());
    const entries = (list: string, tag: string): string => list.split('|').map((entry) => text(tag, entry.trim())).join('');
    return `<rule id="r${index + 1}">${tests === '' ? '' : entries(tests, 'inputEntry')}${entries(results, 'outputEntry')}</rule>`;
  });
  return definitions(`<decision id="d" name="Choice"><decisionTable id="t" hitPolicy="${policy}"${aggregation === undefined ? '' : ` aggregation="${aggregation}"`}>${head.join('')}${rules.join('')}</decisionTable></decision>`);
}

export function definitions(inner: string, namespace = 'https://www.omg.org/spec/DMN/20191111/MODEL/'): string {
  return `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="${namespace}" id="defs" name="defs" namespace="urn:test">${inner}</definitions>`;
}

function escape(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
