import type { FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import { namesInEnglish, namesOf } from '../wording.js';
import type { Excuse, FoundTrouble } from './excuses.js';

/** What went wrong in the token game, said to an administrator. */
export function troubleFinding(process: FlowProcess, trouble: FoundTrouble): Finding {
  const finding = freeFinding(process, trouble);
  if (trouble.excuse === undefined) return finding;
  const [zh, en] = excuses[trouble.excuse];
  return { ...finding, severity: 'warning', message: `${finding.message}${zh}`, messageEn: `${finding.messageEn} ${en}` };
}

const excuses: Record<Excuse, [zh: string, en: string]> = {
  conditions: ['按现有条件这种情况不会出现，但修改条件后可能出现。', 'The conditions as they are never let this happen; changed ones may.'],
  interrupted: ['只有外来事件（定时、消息等）中断或者有人报告出错后才能继续。', 'Only an event from outside (a timer, a message…) or a reported failure ends it then.'],
};

function freeFinding(process: FlowProcess, trouble: FoundTrouble): Finding {
  const zh = namesOf(process, trouble.elements);
  const en = namesInEnglish(process, trouble.elements);
  const about = { elements: trouble.elements, path: trouble.path };
  switch (trouble.kind) {
    case 'deadlock':
      return {
        rule: 'deadlock', severity: 'error', ...about,
        message: `办件会停在${zh}再也走不下去：它等待的分支不会到来。请检查之前的分支网关与此处的汇合网关是否成对。`,
        messageEn: `A case gets stuck at ${en}: the branch it waits for never comes. Check that the split before it and this join belong together.`,
      };
    case 'livelock':
      return {
        rule: 'livelock', severity: 'error', ...about,
        message: `办件会在${zh}之间无限循环，永远不能办结。请给循环一个出口。`,
        messageEn: `A case goes round for ever through ${en} and can never end. Give the loop a way out.`,
      };
    case 'second-token':
      return {
        rule: 'lack-of-synchronisation', severity: 'error', ...about,
        message: `同时进行的几个分支在${zh}没有先汇合，之后的环节会被重复办理。请在此处用并行网关或包容网关汇合。`,
        messageEn: `Branches that run at the same time come together at ${en} without being joined, so what follows is done twice. Join them with a parallel or inclusive gateway.`,
      };
    default:
      return {
        rule: 'unsafe-merge', severity: 'warning', ...about,
        message: `${zh}之后的环节可能被办理多次（已声明 oa:multiMerge）。请确认这是有意的。`,
        messageEn: `What follows ${en} may be done several times (oa:multiMerge says that this is meant).`,
      };
  }
}

/** Elements that no case can reach. */
export function deadElementFinding(process: FlowProcess, elements: string[]): Finding {
  return {
    rule: 'dead-element', severity: 'error', elements,
    message: `任何办件都不会到达${namesOf(process, elements)}。请检查通向它的连线或触发条件。`,
    messageEn: `No case ever reaches ${namesInEnglish(process, elements)}. Check the flows and triggers that lead there.`,
  };
}

/** A process that can only go on by calling itself again. */
export function endlessCallFinding(process: FlowProcess, elements: string[]): Finding {
  return {
    rule: 'livelock', severity: 'error', elements, path: elements,
    message: `流程通过${namesOf(process, elements)}反复调用自己，永远不能办结。`,
    messageEn: `The process calls itself again and again through ${namesInEnglish(process, elements)} and can never end.`,
  };
}
