import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import configuration from '../../.dependency-cruiser.mjs';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
export const rules = configuration.forbidden as (IForbiddenRuleType & { name: string; comment: string })[];
export const violationFolders = fileURLToPath(new URL('./violations', import.meta.url));

/** Runs the import rules over a tree that is laid out like the repository. */
export async function importsOf(root: string): Promise<ICruiseResult> {
  const folders = readdirSync(root).filter((name) => ['src', 'seeds', 'bench', 'portal', 'designer', 'tests'].includes(name));
  const isRepository = path.resolve(root) === path.resolve(repository);
  const { exclude, ...options } = configuration.options as ICruiseOptions;
  const result = await cruise(folders, { ...options, ...(isRepository ? { exclude } : {}), baseDir: root, validate: true, ruleSet: { forbidden: rules } });
  return result.output as ICruiseResult;
}
