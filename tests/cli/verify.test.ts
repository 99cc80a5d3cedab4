import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { registerVerifyCommand, type VerifyDependencies } from '../../src/cli/verify.js';
import { renderDocument } from '../../src/documents/render-document.js';
import { sealDocument } from '../../src/documents/seals/seal-document.js';
import { createSealKey, openSealKey } from '../../src/documents/seals/seal-key.js';
import { verifySealedPdf } from '../../src/documents/seals/verify-sealed-pdf.js';
import { records } from '../documents/records.js';

const folder = mkdtempSync(path.join(tmpdir(), 'onestop-verify-'));
const file = path.join(folder, 'decision.pdf');
let sealed: Buffer;

beforeAll(async () => {
  const material = await createSealKey({ bodyName: '和林格尔新区政务服务局', title: null, validFrom: new Date('2026-01-01T00:00:00Z') });
  sealed = await sealDocument(await renderDocument('decision', records.decision), openSealKey(material), { reason: '作出决定', at: new Date('2026-07-10T02:30:00Z') });
  writeFileSync(file, sealed);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function verify(args: string[], dependencies: VerifyDependencies = {}): Promise<{ exit: unknown; out: string; err: string }> {
  const heard = { out: '', err: '' };
  const program = new Command();
  registerVerifyCommand(program, { ...dependencies, out: (text) => (heard.out += text), err: (text) => (heard.err += text) });
  const before = process.exitCode;
  await program.parseAsync(['node', 'onestop', 'verify', ...args]);
  const exit = process.exitCode;
  process.exitCode = before;
  return { exit, ...heard };
}

const sha256 = (): string => verifySealedPdf(sealed).sha256;

describe('onestop verify', () => {
  it('says who sealed a file, when, and that it is unchanged', async () => {
    const { exit, out } = await verify([file]);
    expect(exit).toBe(0);
    expect(out).toContain('和林格尔新区政务服务局（公章），2026-07-10 10:30:00 北京时间，签名有效');
    expect(out).toContain('用印后未被改动');
    expect(out).toContain('结论：有效');
  });

  it('gives one JSON document', async () => {
    const { exit, out } = await verify([file, '--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, valid: true, unchanged: true, signerName: '和林格尔新区政务服务局', sealedAt: '2026-07-10T02:30:00.000Z', status: null });
  });

  it('answers 1 for a changed and for an unsealed file', async () => {
    const changed = path.join(folder, 'changed.pdf');
    const bytes = Buffer.from(sealed);
    bytes[3000]! ^= 1;
    writeFileSync(changed, bytes);
    expect(await verify([changed])).toMatchObject({ exit: 1, out: expect.stringContaining('加盖印章后文件内容已被改动') });
    const unsealed = path.join(folder, 'unsealed.pdf');
    writeFileSync(unsealed, await renderDocument('decision', records.decision));
    expect(await verify([unsealed])).toMatchObject({ exit: 1, out: expect.stringContaining('文件没有电子印章') });
  });

  it('answers 2 with one line for a file that cannot be read or is no PDF', async () => {
    const text = path.join(folder, 'note.txt');
    writeFileSync(text, '受理');
    for (const bad of [path.join(folder, 'missing.pdf'), folder, text]) {
      const { exit, out, err } = await verify([bad]);
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });

  it.each([
    ['valid', 0],
    ['replaced', 1],
    ['revoked', 1],
  ] as const)('asks the register by code: a %s document gives %i', async (state, exit) => {
    const asked: string[] = [];
    const findDocumentStatus = async (codeOrHash: string) => (asked.push(codeOrHash), { state, sha256: sha256() });
    const answer = await verify([file, '--json'], { findDocumentStatus });
    expect(answer.exit).toBe(exit);
    expect(JSON.parse(answer.out)).toMatchObject({ status: state, ok: exit === 0, valid: true });
    expect(asked).toEqual(['HN26-7K3M-Q9XD']);
  });

  it('does not accept another file under a registered code, nor a file that the register does not know', async () => {
    const other = await verify([file], { findDocumentStatus: async () => ({ state: 'valid' as const, sha256: '0'.repeat(64) }) });
    expect(other).toMatchObject({ exit: 1, out: expect.stringContaining('登记中没有这份文件') });
    expect((await verify([file], { findDocumentStatus: async () => null })).exit).toBe(1);
  });

  it('does not accept a seal that is not in the register', async () => {
    const answer = await verify([file], { trustedFingerprints: async () => [] });
    expect(answer).toMatchObject({ exit: 1, out: expect.stringContaining('印章不在印章登记簿中') });
  });
});
