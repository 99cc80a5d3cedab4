/**
 * A flow of `tasks` user tasks in a ring, so that a case can be stepped for ever: each task is an ordinary examination by a reviewer.
 * Drawn in code, because a benchmark needs it in several sizes.
 */
export function loopFlow(key: string, tasks: number): string {
  const names = Array.from({ length: tasks }, (_, index) => `task${index + 1}`);
  const userTasks = names.map((id, index) => `<bpmn:userTask id="${id}" name="审查 ${index + 1}" oa:role="reviewer" oa:department="=item.department" oa:form="examination" oa:outcomes="pass:通过,stop:结束" oa:limitWorkdays="1"/>`);
  const gateways = names.map((id) => `<bpmn:exclusiveGateway id="${id}Gate" default="${id}On"/>`);
  const flows = names.flatMap((id, index) => {
    const next = names[(index + 1) % tasks] as string;
    return [
      `<bpmn:sequenceFlow id="${id}Done" sourceRef="${id}" targetRef="${id}Gate"/>`,
      `<bpmn:sequenceFlow id="${id}On" sourceRef="${id}Gate" targetRef="${next}" oa:maxRepeats="1"/>`,
      `<bpmn:sequenceFlow id="${id}Out" sourceRef="${id}Gate" targetRef="end"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">outcome = "stop"</bpmn:conditionExpression></bpmn:sequenceFlow>`,
    ];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:oa="urn:onestop-approval:bpmn:1" id="d" targetNamespace="urn:bench">
<bpmn:process id="${key}" name="${key}" isExecutable="true" oa:startVariables="item">
<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="begin" sourceRef="start" targetRef="task1"/>
${userTasks.join('\n')}
${gateways.join('\n')}
${flows.join('\n')}
<bpmn:endEvent id="end"/>
</bpmn:process></bpmn:definitions>`;
}
