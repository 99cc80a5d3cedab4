import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Department, Seal } from '../../entities/index.js';
import { createSealKey } from '../../documents/seals/seal-key.js';
import { systemActor } from '../actor.js';
import { recordAudit } from '../audit/record-audit.js';
import type { ServiceContext } from '../service-context.js';
import type { SealKind } from './find-seal.js';

export interface SealAtHand {
  seal: Seal;
  material: { bodyName: string; title: string | null; certificatePem: string; privateKeyPem: string; fingerprint: string };
}

const titles: Record<SealKind, string | null> = { procedural: '行政许可专用章', official: null };

/**
 * The seal of a body, cut on first use: a key of its own per body and kind, self-signed until the office brings certificates of its
 * authority. The private key lies in a file beside the data that only the server's account can read; the database holds the certificate.
 */
export async function ensureSeal(context: ServiceContext, departmentId: string, kind: SealKind): Promise<SealAtHand> {
  const { read } = context.database;
  const known = await read.findOne(Seal, 'departmentId = ? AND kind = ? AND active = 1', [departmentId, kind]);
  const department = await read.findOne(Department, 'id = ?', [departmentId]);
  if (!department) throw new Error(`There is no department ${departmentId}`);
  const folder = path.join(context.settings.dataDir, 'seals');
  if (known) {
    const privateKeyPem = await readFile(path.join(folder, known.keyPath), 'utf8');
    return { seal: known, material: { bodyName: department.nameZh, title: titles[kind], certificatePem: known.certificate, privateKeyPem, fingerprint: known.fingerprint } };
  }
  const material = await createSealKey({ bodyName: department.nameZh, title: titles[kind], validFrom: context.clock.now() });
  const id = context.newId();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keyPath = `${id}.pem`;
  await writeFile(path.join(folder, keyPath), material.privateKeyPem, { mode: 0o600, flag: 'wx' });
  await chmod(path.join(folder, keyPath), 0o600);
  const seal: Seal = {
    id,
    departmentId,
    kind,
    name: `${department.nameZh}${titles[kind] ?? ''}`,
    certificate: material.certificatePem,
    fingerprint: material.fingerprint,
    keyPath,
    createdAt: context.clock.now().toISOString(),
    active: true,
  };
  await context.database.inTransaction(async (tx) => {
    tx.insert(Seal, seal);
    recordAudit(tx, context, systemActor, 'cutSeal', seal.name, { fingerprint: seal.fingerprint });
  });
  return { seal, material: { bodyName: department.nameZh, title: titles[kind], certificatePem: material.certificatePem, privateKeyPem: material.privateKeyPem, fingerprint: material.fingerprint } };
}
