import type { BusinessObject, DiagramElement } from '../modeler/modeler-services.js';

/** One attribute that the panel offers for an element. */
export interface PropertyField {
  readonly key: string;
  /** Moddle name, e.g. `oa:act`. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly kind: 'text' | 'lines' | 'whole-number' | 'yes-no' | 'condition' | 'expression';
  /** The object that holds the attribute; the element itself where absent. */
  readonly holder?: BusinessObject;
}

const everyElement: readonly PropertyField[] = [{ key: 'name', name: 'name', label: '名称', kind: 'lines' }];

const step: readonly PropertyField[] = [
  { key: 'oa:act', name: 'oa:act', label: '行为', help: '系统随此环节完成的事，例如 accept', kind: 'text' },
  { key: 'oa:role', name: 'oa:role', label: '办理角色', help: '例如 clerk、reviewer、leader', kind: 'text' },
  { key: 'oa:department', name: 'oa:department', label: '办理部门', help: '部门标识，或以 = 开头的表达式，例如 =item.department', kind: 'text' },
  { key: 'oa:form', name: 'oa:form', label: '表单', help: '表单标识，例如 examination', kind: 'text' },
  { key: 'oa:outcomes', name: 'oa:outcomes', label: '办理结果', help: '标识:名称，用逗号分隔，例如 pass:通过,fail:不通过', kind: 'text' },
  { key: 'oa:limitWorkdays', name: 'oa:limitWorkdays', label: '时限（工作日）', kind: 'whole-number' },
  { key: 'oa:documents', name: 'oa:documents', label: '制发文书', help: '文书标识，用逗号分隔', kind: 'text' },
  { key: 'oa:pause', name: 'oa:pause', label: '法定时限除外', help: '行政许可法第四十五条的程序，例如 expertReview', kind: 'text' },
  { key: 'oa:legalBasis', name: 'oa:legalBasis', label: '法律依据', kind: 'text' },
  { key: 'oa:maxRepeats', name: 'oa:maxRepeats', label: '最多重复次数', kind: 'whole-number' },
  { key: 'oa:notSameAs', name: 'oa:notSameAs', label: '回避环节', help: '办理人不得与该环节办理人为同一人', kind: 'text' },
  { key: 'oa:signing', name: 'oa:signing', label: '会签方式', help: 'all 会签、any 或签、ratio 票签、sequence 依次；第一个办理结果用于通过', kind: 'text' },
  { key: 'oa:signingRatio', name: 'oa:signingRatio', label: '票签通过比例', help: '例如 50%、2/3；须超过时写 >1/2', kind: 'text' },
  { key: 'oa:signingBase', name: 'oa:signingBase', label: '票签计票基数', help: 'all 全体（默认），votes 赞成与反对票', kind: 'text' },
  { key: 'oa:signingQuorum', name: 'oa:signingQuorum', label: '票签最低票数', kind: 'whole-number' },
  { key: 'oa:signers', name: 'oa:signers', label: '会签人', help: '角色、角色@部门或 person:用户名，可加 *权重，用逗号分隔；留空为所有可办理人员', kind: 'text' },
  { key: 'oa:assigns', name: 'oa:assigns', label: '写入变量', help: '变量名，用逗号分隔', kind: 'text' },
  { key: 'oa:decision', name: 'oa:decision', label: '决策表', kind: 'text' },
];

const multiMerge: PropertyField = { key: 'oa:multiMerge', name: 'oa:multiMerge', label: '允许多次通过', kind: 'yes-no' };

/** What can be said about an element: its own attributes first, then those of its loop and its timer. */
export function fieldsFor({ businessObject }: DiagramElement): PropertyField[] {
  const is = (type: string): boolean => businessObject.$instanceOf(type);
  if (is('bpmn:Process')) return [...everyElement, ...process];
  if (is('bpmn:Lane')) return [...everyElement, { key: 'oa:role', name: 'oa:role', label: '角色', kind: 'text' }, { key: 'oa:department', name: 'oa:department', label: '部门', kind: 'text' }];
  if (is('bpmn:SequenceFlow')) return [...everyElement, { key: 'condition', name: 'conditionExpression', label: '条件（FEEL）', help: '例如 outcome = "accept"', kind: 'condition' }, { key: 'oa:maxRepeats', name: 'oa:maxRepeats', label: '最多经过次数', kind: 'whole-number' }];
  if (is('bpmn:Gateway')) return [...everyElement, multiMerge];
  if (is('bpmn:CallActivity')) return [...everyElement, { key: 'calledElement', name: 'calledElement', label: '调用的流程', help: '流程标识，例如 item-standard', kind: 'text' }, ...step.filter(({ key }) => ['oa:limitWorkdays', 'oa:legalBasis'].includes(key)), ...loopFields(businessObject)];
  if (is('bpmn:Activity')) return [...everyElement, ...step, multiMerge, ...loopFields(businessObject)];
  if (is('bpmn:Event')) return [...everyElement, { key: 'oa:documents', name: 'oa:documents', label: '制发文书', kind: 'text' }, { key: 'oa:legalBasis', name: 'oa:legalBasis', label: '法律依据', kind: 'text' }, ...timerFields(businessObject)];
  return [...everyElement];
}

const process: readonly PropertyField[] = [
  { key: 'oa:stage', name: 'oa:stage', label: '审批阶段', help: 'LX、GC、SG、JG；事项流程留空', kind: 'text' },
  { key: 'oa:limitWorkdays', name: 'oa:limitWorkdays', label: '总时限（工作日）', kind: 'whole-number' },
  { key: 'oa:projectTypes', name: 'oa:projectTypes', label: '适用项目类型', kind: 'text' },
  { key: 'oa:startVariables', name: 'oa:startVariables', label: '启动变量', help: '变量名，用逗号分隔', kind: 'text' },
];

function loopFields(businessObject: BusinessObject): PropertyField[] {
  const holder = businessObject.get('loopCharacteristics') as BusinessObject | undefined;
  if (!holder?.$instanceOf('bpmn:MultiInstanceLoopCharacteristics')) return [];
  return [
    { key: 'oa:collection', name: 'oa:collection', label: '逐项办理的集合', help: '例如 items', kind: 'text', holder },
    { key: 'oa:elementVariable', name: 'oa:elementVariable', label: '每一项的变量名', help: '例如 item', kind: 'text', holder },
  ];
}

function timerFields(businessObject: BusinessObject): PropertyField[] {
  const definitions = (businessObject.get('eventDefinitions') as BusinessObject[] | undefined) ?? [];
  const holder = definitions.find((definition) => definition.$instanceOf('bpmn:TimerEventDefinition'));
  return holder ? [{ key: 'oa:workdays', name: 'oa:workdays', label: '等待（工作日）', kind: 'text', holder }] : [];
}
