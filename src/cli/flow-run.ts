import { loadFlow } from '../workflows/machine/load-flow.js';
import { prepareFlow } from '../workflows/prepare-flow.js';
import { runScenario } from '../workflows/scenario/run-scenario.js';
import { faultOfScenario, type Scenario, type ScenarioReport, type StepReport } from '../workflows/scenario/scenario.js';
import { hasNoError } from '../workflows/lint/finding.js';
import { describeFindings, looksLikeBpmn, sortFiles, sourceOf, wordsOf } from './flow-check.js';
import type { Answer, FlowFile } from './flow.js';

interface PlayOptions {
  readonly json: boolean;
  /** Play a flow that the check refuses. */
  readonly force: boolean;
  /** Where the virtual clock begins, in milliseconds of the epoch. */
  readonly now: number;
}

/** Exit code 0 when every step was accepted, 1 when one was not or the check refuses the flow, 2 when the input cannot be used. */
export async function playFlow(files: readonly FlowFile[], scenario: unknown, { json, force, now }: PlayOptions): Promise<Answer> {
  const { diagrams, tables, findings: tableFindings } = sortFiles(files);
  const alien = diagrams.find(({ xml }) => !looksLikeBpmn(xml));
  if (alien !== undefined) return { output: '', complaint: `${alien.name} is no BPMN 2.0 file`, exitCode: 2 };
  const fault = faultOfScenario(scenario);
  if (fault !== undefined) return { output: '', complaint: `the scenario cannot be played: ${fault}`, exitCode: 2 };
  const { findings: flowFindings, flows, soundness, budget } = await prepareFlow(sourceOf(diagrams), wordsOf(tables), { despiteErrors: force });
  const findings = [...flowFindings, ...tableFindings];
  const ok = hasNoError(findings);
  if (flows.length === 0 || (!ok && !force)) {
    return { output: json ? JSON.stringify({ ok, findings, soundness, budget }, undefined, 2) : describeFindings(findings), exitCode: 1 };
  }
  const report = runScenario(flows.map(loadFlow), scenario as Scenario, { now, decisions: tables });
  return { output: json ? JSON.stringify(report, undefined, 2) : describeReport(report), exitCode: report.steps.every(({ accepted }) => accepted) ? 0 : 1 };
}

function describeReport({ steps }: ScenarioReport): string {
  return steps.map(describeStep).join('\n');
}

function describeStep({ step, accepted, reason, executed, instances }: StepReport): string {
  const lines = [`${accepted ? '✓' : '✗'} ${step}: ${accepted ? executed.join(' → ') : (reason ?? '')}`];
  for (const { id, process, status, incident, open, waitingAt } of instances) {
    const stopped = incident === undefined ? '' : ` ${incident.reason} @ ${incident.element}`;
    lines.push(`    #${id} ${process} ${status}${stopped} open: ${open.join(', ') || '–'} waiting: ${waitingAt.join(', ') || '–'}`);
  }
  return lines.join('\n');
}
