import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { describeProblem, verifySealedPdf, type SealVerification } from '../documents/seals/verify-sealed-pdf.js';

/** What the register knows about an issued document. */
export interface DocumentStatus {
  state: 'valid' | 'replaced' | 'revoked';
  number?: string;
  title?: string;
  /** Hash of the file that was issued; another file with the same code is not this document. */
  sha256?: string | null;
  /** 文号 of the document that replaces it. */
  replacedBy?: string | null;
}

export interface VerifyDependencies {
  /** Asked with the verify code, then with the SHA-256 of the file; absent when no database is configured. */
  findDocumentStatus?: (codeOrHash: string) => Promise<DocumentStatus | null | undefined>;
  /** Fingerprints of the seal register; absent when no database is configured. */
  trustedFingerprints?: () => Promise<Iterable<string>>;
  out?: (text: string) => void;
  err?: (text: string) => void;
}

interface Verdict extends SealVerification {
  file: string;
  /** `unknown`: a register was asked and does not know the document; `null`: no register was asked. */
  status: DocumentStatus['state'] | 'unknown' | null;
  document?: DocumentStatus;
  ok: boolean;
}

/**
 * `onestop verify FILE.pdf [--json]`: who sealed the file, when, whether it is unchanged, and whether the document is valid, replaced or revoked.
 * Exit code 0: valid; 1: not sealed, not valid, replaced or revoked; 2: the file cannot be read (one line on stderr).
 */
export function registerVerifyCommand(program: Command, dependencies: VerifyDependencies = {}): void {
  program
    .command('verify')
    .description('核验文书的电子印章：谁、何时用印，是否被改动，是否有效 (check the seals of a document)')
    .argument('<file>', 'PDF 文件')
    .option('--json', '输出 JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      process.exitCode = await verifyFile(file, { json: options.json ?? false, ...dependencies });
    });
}

async function verifyFile(file: string, options: VerifyDependencies & { json: boolean }): Promise<0 | 1 | 2> {
  const out = options.out ?? ((text) => process.stdout.write(text));
  const err = options.err ?? ((text) => process.stderr.write(text));
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    err(`无法读取 ${file}：${(error as NodeJS.ErrnoException).code ?? '未知错误'} (cannot be read)\n`);
    return 2;
  }
  const seals = verifySealedPdf(bytes, options.trustedFingerprints ? { trustedFingerprints: await options.trustedFingerprints() } : {});
  if (seals.problem === 'not-a-pdf') {
    err(`${file}：${describeProblem('not-a-pdf').zh} (${describeProblem('not-a-pdf').en})\n`);
    return 2;
  }
  const verdict = await withStatus(file, seals, options.findDocumentStatus);
  out(options.json ? `${JSON.stringify(verdict, null, 2)}\n` : inWords(verdict));
  return verdict.ok ? 0 : 1;
}

async function withStatus(file: string, seals: SealVerification, find: VerifyDependencies['findDocumentStatus']): Promise<Verdict> {
  if (!find) return { file, ...seals, status: null, ok: seals.valid };
  const found = (seals.verifyCode ? await find(seals.verifyCode) : null) ?? (await find(seals.sha256));
  // Another file under a registered code is not the registered document, however well it is sealed.
  const document = found && (!found.sha256 || found.sha256 === seals.sha256) ? found : undefined;
  const status = document?.state ?? 'unknown';
  return { file, ...seals, status, ...(document ? { document } : {}), ok: seals.valid && status === 'valid' };
}

const statusTexts: Record<NonNullable<Verdict['status']>, string> = {
  valid: '有效',
  replaced: '已被替换',
  revoked: '已撤销',
  unknown: '登记中没有这份文件',
};

function inWords(verdict: Verdict): string {
  const lines = [`文件：${verdict.file}`];
  if (verdict.documentNumber) lines.push(`文号：${verdict.documentNumber}`);
  if (verdict.verifyCode) lines.push(`核验码：${verdict.verifyCode}`);
  verdict.seals.forEach((seal, index) => {
    const title = seal.sealTitle ? `（${seal.sealTitle}）` : '';
    lines.push(`印章 ${index + 1}：${seal.signerName ?? '不明'}${title}，${seal.sealedAt ? beijingTime(seal.sealedAt) : '时间不明'}，${seal.problem ? describeProblem(seal.problem).zh : '签名有效'}`);
    if (seal.certificateFingerprint) lines.push(`  证书指纹 SHA-256：${seal.certificateFingerprint}`);
  });
  if (verdict.sealed) lines.push(`内容：${verdict.unchanged ? '用印后未被改动 (unchanged)' : '用印后有改动 (changed)'}`);
  if (verdict.status !== null) {
    lines.push(`登记状态：${statusTexts[verdict.status]} (${verdict.status})${verdict.document?.replacedBy ? `，由${verdict.document.replacedBy}替换` : ''}`);
  } else lines.push('登记状态：未连接登记库，只核验文件本身');
  if (verdict.problem) lines.push(`问题：${describeProblem(verdict.problem).zh} (${describeProblem(verdict.problem).en})`);
  lines.push(`结论：${verdict.ok ? '有效 (valid)' : '无效 (not valid)'}`);
  return `${lines.join('\n')}\n`;
}

function beijingTime(instant: string): string {
  return `${new Date(new Date(instant).getTime() + 8 * 3600 * 1000).toISOString().slice(0, 19).replace('T', ' ')} 北京时间`;
}
