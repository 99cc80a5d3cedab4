import type { FlowModel } from '../../../src/workflows/bpmn/flow-model.js';
import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';

const tags: Record<string, string> = {
  start: 'startEvent', end: 'endEvent', catch: 'intermediateCatchEvent', throw: 'intermediateThrowEvent', boundary: 'boundaryEvent',
  xor: 'exclusiveGateway', and: 'parallelGateway', or: 'inclusiveGateway', event: 'eventBasedGateway',
  task: 'task', user: 'userTask', manual: 'manualTask', receive: 'receiveTask', send: 'sendTask', service: 'serviceTask', script: 'scriptTask', rule: 'businessRuleTask',
  call: 'callActivity', sub: 'subProcess', transaction: 'transaction', handler: 'subProcess',
};
const triggers = ['message', 'timer', 'signal', 'conditional', 'error', 'escalation', 'terminate', 'cancel', 'compensation'];

interface Box {
  readonly lines: string[];
  readonly close: string;
}

/**
 * Writes a diagram from a few lines, so that a test shows its flow and nothing else.
 *
 * `user a oa:role=clerk` is a node with attributes, `sub s {` … `}` a scope, `boundary b on=a timer side` a non-interrupting boundary event,
 * `end x error=E1` an event with its code, `a -> b -> c` are flows; `g -> b : n > 1` a conditional one, `g => b` the default,
 * `a -> b ! 2` one that is repeated at most twice.
 */
export function diagram(text: string, processAttributes = ''): string {
  const errors = new Map<string, string>();
  const defaults = new Map<string, string>();
  const boxes: Box[] = [{ lines: [], close: '' }];
  let flowNumber = 0;
  const top = (): Box => boxes.at(-1) as Box;
  for (const raw of text.split('\n').map((line) => line.trim()).filter((line) => line !== '')) {
    if (raw === '}') {
      const box = boxes.pop() as Box;
      const [open = '', ...inside] = box.lines;
      top().lines.push(open, ...inside.map((inner) => `  ${inner}`), box.close);
      continue;
    }
    if (/^\S+ [-=]> /.test(raw)) {
      writeFlows(raw);
      continue;
    }
    writeNode(raw);
  }
  const body = top().lines.map((line) => `    ${line}`).join('\n').replace(/DEFAULT\((\w+)\)/g, (_, id: string) => (defaults.has(id) ? ` default="${defaults.get(id)}"` : ''));
  const codes = [...errors].map(([key, kind]) => `  <${kind} id="${kind}_${key}" ${kind}Code="${key}"/>\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:oa="urn:onestop-approval:bpmn:1" id="definitions" targetNamespace="urn:test">
${codes}  <process id="p" isExecutable="true"${processAttributes === '' ? '' : ` ${processAttributes}`}>
${body}
  </process>
</definitions>`;

  function writeFlows(line: string): void {
    const [path = '', condition] = line.split(' : ');
    const [hops = '', repeats] = path.split(' ! ');
    const words = hops.trim().split(/\s+/);
    for (let at = 0; at + 2 < words.length; at += 2) {
      flowNumber += 1;
      const id = `f${flowNumber}`;
      if (words[at + 1] === '=>') defaults.set(words[at] as string, id);
      const isLast = at + 4 > words.length;
      const inner = isLast && condition !== undefined ? `<conditionExpression xsi:type="tFormalExpression">${escape(condition)}</conditionExpression>` : '';
      const limit = isLast && repeats !== undefined ? ` oa:maxRepeats="${repeats.trim()}"` : '';
      const open = `<sequenceFlow id="${id}" sourceRef="${words[at]}" targetRef="${words[at + 2]}"${limit}`;
      top().lines.push(inner === '' ? `${open}/>` : `${open}>${inner}</sequenceFlow>`);
    }
  }

  function writeNode(line: string): void {
    const words = line.match(/[^\s"]+(?:"[^"]*")?/g) ?? [];
    const [kind = '', id = ''] = words;
    const tag = tags[kind];
    if (tag === undefined) throw new Error(`No such node: ${line}`);
    let attributes = kind === 'handler' ? ' triggeredByEvent="true"' : '';
    let inner = '';
    let isOpen = false;
    for (const word of words.slice(2)) {
      const [key = '', value = ''] = [word.split('=')[0], word.split('=').slice(1).join('=').replace(/^"|"$/g, '')];
      if (word === '{') isOpen = true;
      else if (triggers.includes(key)) inner += definition(key, value);
      else if (word === 'side') attributes += kind === 'boundary' ? ' cancelActivity="false"' : ' isInterrupting="false"';
      else if (key === 'on') attributes += ` attachedToRef="${value}"`;
      else if (key === 'multi') inner += `<multiInstanceLoopCharacteristics${value === 'sequential' ? ' isSequential="true"' : ''}><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>`;
      else if (key === 'each') inner += `<multiInstanceLoopCharacteristics oa:collection="${value}" oa:elementVariable="one"/>`;
      else if (key === 'loop') inner += `<standardLoopCharacteristics${value === '' ? '' : ` loopMaximum="${value}"`}><loopCondition>again</loopCondition></standardLoopCharacteristics>`;
      else if (key === 'does') inner += `<script>${escape(value)}</script>`;
      else attributes += ` ${key}="${escape(value)}"`;
    }
    const open = `<${tag} id="${id}"${attributes}DEFAULT(${id})>${inner}`;
    if (isOpen) boxes.push({ lines: [open], close: `</${tag}>` });
    else top().lines.push(inner === '' ? open.replace(/>$/, '/>') : `${open}</${tag}>`);
  }

  function definition(kind: string, value: string): string {
    if (kind === 'timer') return `<timerEventDefinition${/^\d+$/.test(value) ? ` oa:workdays="${value}"` : ''}>${/^\d+$/.test(value) ? '' : `<timeDuration>${value === '' ? 'P1D' : value}</timeDuration>`}</timerEventDefinition>`;
    if (kind === 'conditional') return '<conditionalEventDefinition><condition>ready</condition></conditionalEventDefinition>';
    if (kind === 'error' || kind === 'escalation') {
      if (value === '') return `<${kind}EventDefinition/>`;
      errors.set(value, kind);
      return `<${kind}EventDefinition ${kind}Ref="${kind}_${value}"/>`;
    }
    return `<${kind === 'compensation' ? 'compensate' : kind}EventDefinition/>`;
  }
}

/** Reads such a diagram; a test diagram must be well-formed. */
export async function modelOf(text: string, processAttributes = ''): Promise<FlowModel> {
  const { model, findings } = await readFlow(diagram(text, processAttributes));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (model === undefined || errors.length > 0) throw new Error(`The test diagram cannot be read: ${JSON.stringify(errors)}`);
  return model;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
