import type { Office } from './application.js';

const user = (id: string, name: string, attributes: string): string => `<bpmn:userTask id="${id}" name="${name}" oa:act="${id}" oa:department="=item.department" oa:limitWorkdays="1" ${attributes}/>`;
const flow = (from: string, to: string, condition?: string): string =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${condition ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>` : ''}</bpmn:sequenceFlow>`;

/**
 * An examination in two branches of one flow: the examination with its verification, and beside it a plan that is drawn up and checked;
 * both are put together at the end.
 */
const sideBySide = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:oa="urn:onestop-approval:bpmn:1" id="d" targetNamespace="urn:test">
<bpmn:process id="item-standard" name="事项并行审查流程" isExecutable="true">
<bpmn:startEvent id="start"/><bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/><bpmn:endEvent id="done"/>
${user('examine', '经办审查', 'oa:role="reviewer" oa:form="examination" oa:outcomes="pass:通过,fail:不通过"')}
${user('verify', '复核', 'oa:role="leader" oa:form="verification" oa:outcomes="agree:同意" oa:notSameAs="examine"')}
${user('drawUpPlan', '拟定方案', 'oa:role="reviewer"')}
${user('checkPlan', '核对方案', 'oa:role="leader"')}
${user('conclude', '汇总意见', 'oa:role="reviewer"')}
${flow('start', 'fork')}${flow('fork', 'examine')}${flow('examine', 'verify')}${flow('verify', 'join')}
${flow('fork', 'drawUpPlan')}${flow('drawUpPlan', 'checkPlan')}${flow('checkPlan', 'join')}${flow('join', 'conclude')}${flow('conclude', 'done')}
</bpmn:process></bpmn:definitions>`;

/** Publishes that flow for all items; applications that are filed from now on take it. */
export async function publishSideBySide(office: Office): Promise<void> {
  const admin = await office.as('admin');
  const { draftVersion: before } = await admin.get<{ draftVersion: number }>('/flows/item-standard');
  const { draftVersion } = await admin.put<{ draftVersion: number }>('/flows/item-standard/draft', { xml: sideBySide, version: before });
  await admin.post('/flows/item-standard/versions', { version: draftVersion });
}
