import type { ModdleElement } from 'bpmn-moddle';
import type { Outcome, ProcessData, StepData } from './flow-model.js';
import { list, text, wholeNumber } from './moddle-access.js';

/** Reads the `oa:` attributes of a node. */
export function readStepData(element: ModdleElement): StepData {
  return withoutGaps({
    act: text(element, 'act'),
    role: text(element, 'role'),
    department: text(element, 'department'),
    assignment: text(element, 'assignment'),
    form: text(element, 'form'),
    outcomes: list(element, 'outcomes')?.map(readOutcome),
    limitWorkdays: wholeNumber(element, 'limitWorkdays'),
    documents: list(element, 'documents'),
    pause: text(element, 'pause'),
    legalBasis: text(element, 'legalBasis'),
    multiMerge: element['multiMerge'] === true ? true : undefined,
    maxRepeats: wholeNumber(element, 'maxRepeats'),
    decision: text(element, 'decision'),
    handler: text(element, 'handler'),
    notSameAs: list(element, 'notSameAs'),
    assigns: list(element, 'assigns'),
    signing: text(element, 'signing'),
    signingRatio: text(element, 'signingRatio'),
    signingBase: text(element, 'signingBase'),
    signingQuorum: wholeNumber(element, 'signingQuorum'),
    signers: text(element, 'signers'),
  });
}

/** Reads the `oa:` attributes of a process. */
export function readProcessData(element: ModdleElement): ProcessData {
  return withoutGaps({
    stage: text(element, 'stage'),
    limitWorkdays: wholeNumber(element, 'limitWorkdays'),
    projectTypes: list(element, 'projectTypes'),
    startVariables: list(element, 'startVariables'),
  });
}

/** `accept:受理` is an outcome with a name; `accept` alone is named after itself. */
function readOutcome(part: string): Outcome {
  const [id = '', ...name] = part.split(/[:：]/);
  return { id: id.trim(), name: name.join(':').trim() || id.trim() };
}

/** Leaves out what is absent, so that models compare and store well. */
export function withoutGaps<T extends object>(data: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
