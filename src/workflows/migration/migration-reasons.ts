import type { FlowProcess } from '../bpmn/flow-model.js';
import type { FoundTrouble } from '../verify/soundness/excuses.js';
import { troubleFinding } from '../verify/soundness/soundness-findings.js';
import { nameOf, namesInEnglish } from '../verify/wording.js';
import type { Unmapped } from './map-standing.js';

/** Why cases that stand alike cannot simply go on in the new version, for the administrator who plans it. */
export interface MigrationReason {
  /** `element-gone`, `other-kind`, `other-scope`, `not-decided`, or a rule of soundness. */
  readonly rule: string;
  /** Ids: of the old version where something has no counterpart, else of the new one. */
  readonly elements: readonly string[];
  readonly message: string;
  readonly messageEn: string;
  /** The way in the new version from where the cases stand into the trouble. */
  readonly path?: readonly string[];
}

/** Something that the case stands at has no counterpart. */
export function unmappedReason({ why, element, target }: Unmapped, from: FlowProcess, to: FlowProcess): MigrationReason {
  const [zh, en] = [nameOf(from, element), namesInEnglish(from, [element])];
  switch (why) {
    case 'gone':
      return { rule: 'element-gone', elements: [element], message: `新版本中没有${zh}。请指定由哪个元素接替它。`, messageEn: `The new version has no ${en}. Say which element takes its place.` };
    case 'other-kind':
      return {
        rule: 'other-kind', elements: [element],
        message: `${zh}在新版本中是另一类元素${target === undefined ? '' : `（${nameOf(to, target)}）`}，正在办理的工作不能转过去。`,
        messageEn: `${en} is another kind of element in the new version${target === undefined ? '' : ` (${target})`}: work under way there cannot be taken over.`,
      };
    case 'other-scope':
      return { rule: 'other-scope', elements: [element], message: `${zh}在新版本中属于另一个子流程。`, messageEn: `${en} lies in another sub-process in the new version.` };
  }
}

/** The game goes wrong from there. */
export function troubleReason(process: FlowProcess, trouble: FoundTrouble): MigrationReason {
  const { rule, elements, message, messageEn, path } = troubleFinding(process, trouble);
  return { rule, elements, message, messageEn, ...(path && { path }) };
}

export function notDecidedReason(): MigrationReason {
  return { rule: 'not-decided', elements: [], message: '可能的情况太多，没有在限度内判定。', messageEn: 'There are too many possible runs to decide within the bound.' };
}
