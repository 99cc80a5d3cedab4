import type { Command } from 'commander';
import { readInput, parseJson } from './read-json.js';
import { checkFlow } from './flow-check.js';
import { playFlow } from './flow-run.js';

/** `onestop flow check` and `onestop flow run`; their output is a contract (see `docs/BPMN-PROFILE.md`). */
export function registerFlowCommands(program: Command): void {
  const flow = program.command('flow').description('检查与试运行流程图 · checks and plays flow diagrams');
  flow
    .command('check')
    .description('发布前检查：语法、可靠性、时限 · everything the publishing gate knows about a diagram')
    .argument('<files...>', 'the diagram, then the diagrams of called flows and other pools, and decision tables (.dmn)')
    .option('--json', 'answer with one JSON document')
    .action(async (files: string[], { json }: { json?: boolean }) => {
      answer(await checkFlow(await readFiles(files), { json: json === true }));
    });
  flow
    .command('run')
    .description('按剧本在内存中运行流程 · plays a scenario on a virtual clock, without database or users')
    .argument('<files...>', 'the diagram, then the diagrams of called flows and other pools, and decision tables (.dmn)')
    .requiredOption('--scenario <file>', 'the scenario as JSON, or - for standard input')
    .option('--force', 'play it although the check finds errors')
    .option('--json', 'answer with one JSON document')
    .action(async (files: string[], options: { scenario: string; force?: boolean; json?: boolean }) => {
      const scenario = parseJson(await readInput(options.scenario), options.scenario);
      answer(await playFlow(await readFiles(files), scenario, { json: options.json === true, force: options.force === true, now: Date.now() }));
    });
}

/** What a command says and how it ends. */
export interface Answer {
  readonly output: string;
  /** One line on stderr when the input cannot be used. */
  readonly complaint?: string;
  readonly exitCode: 0 | 1 | 2;
}

export interface FlowFile {
  readonly name: string;
  readonly xml: string;
}

async function readFiles(names: readonly string[]): Promise<FlowFile[]> {
  return Promise.all(names.map(async (name) => ({ name, xml: await readInput(name) })));
}

function answer({ output, complaint, exitCode }: Answer): void {
  if (output !== '') process.stdout.write(`${output}\n`);
  if (complaint !== undefined) process.stderr.write(`onestop: ${complaint}\n`);
  process.exitCode = exitCode;
}
