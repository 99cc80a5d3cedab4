import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { playStory, type PlayedAct, type StoryResult } from './demo/story.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

interface DemoOptions {
  server?: string;
  out: string;
  json?: boolean;
}

/** `onestop demo`: one application from one form to one seal, over HTTP, with the days counted at each act. */
export function registerDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('play one whole application over HTTP; without --server on a server of its own / 演示一次完整办理')
    .option('--server <url>', 'address of a running server with the demo accounts')
    .option('--out <dir>', 'folder for the PDFs', './data/demo')
    .option('--json', 'one JSON document on stdout')
    .action(async (options: DemoOptions) => {
      process.exitCode = await runDemo(options);
    });
}

async function runDemo({ server, out, json }: DemoOptions): Promise<number> {
  const { DEMO_PASSWORD } = await import('../services/seeding/seed.js');
  const form = JSON.parse(await readFile(path.join(root, 'seeds/demo/data-centre-application.json'), 'utf8')) as { projectType: string; stage: string; items: string[]; form: Record<string, Record<string, unknown>> };
  await mkdir(out, { recursive: true });
  const own = server === undefined ? await startOwnServer() : undefined;
  const say = (line: string): void => {
    if (!json) console.log(line);
  };
  try {
    say('一张表格、一个窗口、一次委托评审、一次会议研究、一枚印章 —— 施工许可阶段示例\n');
    const files: string[] = [];
    const result = await playStory({
      ...form,
      server: (server ?? own?.url ?? '').replace(/\/$/, ''),
      password: DEMO_PASSWORD,
      onAct: (act) => say(lineOf(act)),
      onDocument: async (document, pdf) => {
        const file = path.join(out, `${document.kind}-${document.number.replace(/[/\\]/g, '-')}.pdf`);
        await writeFile(file, pdf);
        files.push(file);
      },
    });
    if (json) console.log(JSON.stringify(reportOf(result, files)));
    else say(`\n办结：${result.caseNumber}，${result.documents.length} 份文书（${new Set(result.documents.map((each) => each.kind)).size} 种）已用印，存于 ${out}`);
    return 0;
  } catch (error) {
    console.error(`demo: ${(error as Error).message}`);
    return 1;
  } finally {
    await own?.stop();
  }
}

/** A server on a free port with a database of its own, its clock standing on the first day of the story. */
async function startOwnServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  await import('reflect-metadata');
  const { pino } = await import('pino');
  const { readConfig } = await import('../config.js');
  const { startProduct } = await import('../start-product.js');
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'onestop-demo-'));
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ONESTOP_CLOCK: 'fixed:2026-03-02', PUBLIC_URL: 'http://localhost:3000' });
  const product = await startProduct({ config, now: () => new Date(), log: pino({ level: 'silent' }), seedsDir: path.join(root, 'seeds'), version: 'demo' });
  return {
    url: product.url,
    stop: async () => {
      await product.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function lineOf({ on, who, what, usedWorkdays }: PlayedAct): string {
  const days = usedWorkdays === null ? '' : `项目已用 ${String(usedWorkdays).padStart(2)} / 80 个工作日`;
  return `${on}  ${days}  ${who}：${what}`;
}

function reportOf(result: StoryResult, files: string[]): Record<string, unknown> {
  return {
    case: { id: result.caseId, number: result.caseNumber },
    acts: result.acts,
    documents: result.documents.map(({ kind, number, verifyCode, sha256 }, index) => ({ kind, number, verifyCode, sha256, file: files[index] })),
  };
}
