import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { DomainError } from '../errors/domain-error.js';

// Each area is loaded only when its command is asked for: `onestop clock` need not know the database.
const areas: Record<string, (program: Command) => Promise<void>> = {
  flow: async (program) => (await import('./flow.js')).registerFlowCommands(program),
  clock: async (program) => (await import('./clock.js')).registerClockCommand(program),
  calendar: async (program) => (await import('./calendar.js')).registerCalendarCommand(program),
  verify: async (program) => (await import('./verify.js')).registerVerifyCommand(program),
  demo: async (program) => (await import('./demo.js')).registerDemoCommand(program),
};

await run(process.argv.slice(2));

/** Runs one command line. Exit codes: 0 yes, 1 no, 2 the input cannot be used (with one line on stderr, never a stack trace). */
async function run(argv: string[]): Promise<void> {
  // `onestop flow check … | head` closes our stdout early; that is no fault of anybody.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? process.exitCode ?? 0 : 2));
  const program = new Command('onestop')
    .description('One-stop government approval: checks flows, counts legal days, verifies sealed documents')
    .version(version(), '-V, --version')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    const asked = areas[argv[0] ?? ''];
    if (asked) await asked(program);
    else if (argv[0] !== '-V' && argv[0] !== '--version') for (const register of Object.values(areas)) await register(program);
    if (argv.length === 0) return program.outputHelp();
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    refuse(error, argv);
  }
}

function refuse(error: unknown, argv: string[]): void {
  if (error instanceof CommanderError && error.exitCode === 0) return;
  process.stderr.write(`onestop: ${oneLine(sentenceFor(error, argv))}\n`);
  if (process.env.ONESTOP_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
}

function sentenceFor(error: unknown, argv: string[]): string {
  if (error instanceof CommanderError) {
    if (error.code === 'commander.help') return `"${argv.join(' ')}" is not complete; see onestop ${argv[0] ?? ''} --help`;
    return error.message.replace(/^error: /, '');
  }
  if (error instanceof DomainError) return `${error.message} (${error.messageEn}) [${error.code}]`;
  const systemError = error as NodeJS.ErrnoException;
  if (systemError?.code === 'ENOENT') return `there is no file ${systemError.path ?? ''}`;
  if (systemError?.code === 'EISDIR') return 'a file is needed, not a folder';
  if (systemError?.code === 'EACCES') return `may not read ${systemError.path ?? 'the file'}`;
  return error instanceof Error ? error.message : String(error);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '; ').trim();
}

function version(): string {
  const packageFile = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
}
