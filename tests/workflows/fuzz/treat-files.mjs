// A process of its own that treats the files it is sent as the product would: checks each and, when nothing is wrong with it, uses it.
// It is started with a small heap, so that a file that floods the memory ends this process and not the test.
import { DomainError } from '../../../dist/errors/domain-error.js';
import { decide } from '../../../dist/workflows/dmn/decide.js';
import { readDecision } from '../../../dist/workflows/dmn/read-decision.js';
import { loadFlow } from '../../../dist/workflows/machine/load-flow.js';
import { prepareFlow } from '../../../dist/workflows/prepare-flow.js';
import { runScenario } from '../../../dist/workflows/scenario/run-scenario.js';

process.on('message', async ({ language, text }) => {
  const before = process.cpuUsage();
  const crash = await treat(language, text).catch((error) => String(error?.stack ?? error));
  const { user, system } = process.cpuUsage(before);
  process.send({ crash, cpuMillis: (user + system) / 1_000, heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20 });
});
process.send('ready');

/** What went wrong that nobody promised, or nothing. */
async function treat(language, text) {
  if (language === 'dmn') return treatDecision(text);
  const { ok, flow, flows } = await prepareFlow(text, {}, { now: () => performance.now(), maxMillis: 1_000 });
  if (ok && flow) runScenario(flows.map(loadFlow), { steps: [{ start: flow.key }, { completeAllOpen: true }, { completeAllOpen: true }] });
  return undefined;
}

function treatDecision(text) {
  const { decision, findings } = readDecision(text);
  if (decision === undefined || findings.some(({ severity }) => severity === 'error')) return undefined;
  try {
    decide(decision, { a: 4, b: 'k' });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  return undefined;
}
