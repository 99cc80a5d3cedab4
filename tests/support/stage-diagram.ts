import type { ActionResult } from '../../src/api/contract.js';
import { Application, type FilingChoice, type Office } from './application.js';

export interface Drawing {
  /** Elements and flows of the process. */
  process: string;
  /** Messages, signals, errors and escalations beside the process. */
  definitions?: string;
  /** Attributes of the process. */
  attributes?: string;
}

/** A flow `a → b` for each pair; `a -[condition]-> b` with a condition. */
export function flows(...lines: string[]): string {
  return lines
    .map((line) => {
      const [, source = '', condition, target = ''] = /^(\w+) -(?:\[(.*)\]-)?> (\w+)$/.exec(line) ?? [];
      const inner = condition === undefined ? '' : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition.replaceAll('<', '&lt;')}</bpmn:conditionExpression>`;
      return `<bpmn:sequenceFlow id="f_${source}_${target}" sourceRef="${source}" targetRef="${target}">${inner}</bpmn:sequenceFlow>`;
    })
    .join('');
}

/** A step of the window. */
export const step = (id: string, more = ''): string => `<bpmn:userTask id="${id}" name="${id}" oa:act="${id}" oa:role="clerk" ${more}/>`;

function xmlOf(key: string, { process, definitions = '' }: Drawing, attributes: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:oa="urn:onestop-approval:bpmn:1" id="defs" targetNamespace="urn:test">${definitions}<bpmn:process id="${key}" name="${key}" isExecutable="true"${attributes}>${process}</bpmn:process></bpmn:definitions>`;
}

/** What the gate says of a stage flow drawn like this. */
export function checkStage(office: Office, drawing: Drawing): Promise<{ ok: boolean; findings: { rule: string; severity: string; elements: string[]; message: string }[] }> {
  return office.post('admin', '/flows/check', { xml: xmlOf('drawn', drawing, ' oa:stage="SG"') });
}

/** Publishes the drawing as the next version of a flow, as an administrator would. */
export async function publish(office: Office, key: string, drawing: Drawing, attributes = ''): Promise<void> {
  const admin = await office.as('admin');
  const known = await admin.get<{ draftVersion: number }>(`/flows/${key}`).catch(() => ({ draftVersion: 0 }));
  const { draftVersion, check } = await admin.put<{ draftVersion: number; check: { findings: { severity: string; messageEn: string }[] } }>(`/flows/${key}/draft`, { xml: xmlOf(key, drawing, attributes), version: known.draftVersion });
  const errors = check.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ messageEn }) => messageEn).join('\n'));
  await admin.post(`/flows/${key}/versions`, { version: draftVersion });
}

/** Files one application under a stage flow drawn like this. */
export async function fileUnder(office: Office, drawing: Drawing, choice: FilingChoice = {}): Promise<Application> {
  await publish(office, 'stage-construction-permit', drawing, ` oa:stage="SG" ${drawing.attributes ?? ''}`);
  return office.file(choice);
}

/** Steps that lie open on the desks of the case, in order. */
export async function openSteps(application: Application): Promise<string[]> {
  return (await application.view('clerk')).workItems.map((item) => item.name).sort();
}

/** Types of the record without those of the filing. */
export async function happened(application: Application, caseId = application.id): Promise<string[]> {
  return (await application.events(caseId)).map(({ type }) => type).filter((type) => !['received', 'documentIssued'].includes(type));
}

export function say(office: Office, to: string, name: string, variables?: Record<string, unknown>): Promise<ActionResult> {
  return office.post('clerk', '/messages', { name, case: to, ...(variables && { variables }) });
}
