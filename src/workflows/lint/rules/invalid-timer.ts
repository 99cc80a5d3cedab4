import type { FlowProcess, TimerRule } from '../../bpmn/flow-model.js';
import type { Finding } from '../finding.js';
import { called, calledInEnglish } from '../rule.js';

/** Rule `invalid-expression` for timers: a date, duration or cycle is ISO 8601, working days are a whole number, or FEEL behind `=`. */
export function invalidTimer(process: FlowProcess): Finding[] {
  return Object.values(process.nodes).flatMap((node) => {
    const timer = node.event?.timer;
    if (timer === undefined || isReadable(timer)) return [];
    return [{
      rule: 'invalid-expression',
      severity: 'error' as const,
      elements: [node.id],
      message: `定时事件${called(node)}的时间“${timer.value}”不是 ISO 8601 格式`,
      messageEn: `The time “${timer.value}” of timer event ${calledInEnglish(node)} is not ISO 8601`,
    }];
  });
}

const duration = /^P(?=[\dT])(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?W)?(?:\d+(?:\.\d+)?D)?(?:T(?=\d)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?$/;
const date = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

function isReadable({ kind, value }: TimerRule): boolean {
  if (value.startsWith('=')) return true;
  switch (kind) {
    case 'workdays':
      return /^\d{1,4}$/.test(value);
    case 'date':
      return date.test(value);
    case 'duration':
      return duration.test(value);
    case 'cycle':
      return isCycle(value);
  }
}

/** `R3/PT1H`, `R/2026-01-01T00:00:00Z/P1D`, `PT1H`. */
function isCycle(value: string): boolean {
  const parts = value.split('/');
  if (/^R\d*$/.test(parts[0] ?? '')) parts.shift();
  if (parts.length === 2 && date.test(parts[0] ?? '')) parts.shift();
  return parts.length === 1 && duration.test(parts[0] ?? '');
}
