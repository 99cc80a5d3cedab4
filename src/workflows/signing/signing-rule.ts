import { readShare } from './share.js';

/** 会签, 或签, 票签, 依次: how several people come to one result. */
export const signingModes = ['all', 'any', 'ratio', 'sequence'] as const;
export type SigningMode = (typeof signingModes)[number];

/**
 * When a countersigning has passed.
 *
 * - `all` 会签: everybody agrees; who abstains is not counted.
 * - `any` 或签: the first who agrees or disagrees speaks for all.
 * - `ratio` 票签: enough of the weight agrees.
 * - `sequence` 依次: like `all`, asked one after another.
 */
export interface SigningRule {
  readonly mode: SigningMode;
  /** Of a `ratio`: `50%`, `66.67%`, `2/3`, or `>1/2` where the share itself is not enough. */
  readonly ratio?: string;
  /** Of a `ratio`: the share is taken of everybody (the default; who abstains helps neither side but counts) or of the votes for and against. */
  readonly base?: 'all' | 'votes';
  /** Of a `ratio`: so many people at least have to vote for or against. */
  readonly quorum?: number;
}

/** What is wrong with a rule, in both languages; nothing when it can be applied. */
export function faultOfRule({ mode, ratio, base, quorum }: { mode?: unknown; ratio?: unknown; base?: unknown; quorum?: unknown }): { zh: string; en: string } | undefined {
  if (!signingModes.includes(mode as SigningMode)) return { zh: '会签方式应为 all（会签）、any（或签）、ratio（票签）或 sequence（依次）', en: 'The mode must be all, any, ratio or sequence' };
  if (mode !== 'ratio') {
    if (ratio === undefined && base === undefined && quorum === undefined) return undefined;
    return { zh: '通过比例、计票基数和最低票数只用于票签（ratio）', en: 'Ratio, base and quorum belong to the mode ratio only' };
  }
  if (typeof ratio !== 'string' || readShare(ratio) === undefined) return { zh: '票签须写明通过比例，例如 50%、2/3 或 >1/2', en: 'The mode ratio needs a ratio such as 50%, 2/3 or >1/2' };
  if (base !== undefined && base !== 'all' && base !== 'votes') return { zh: '计票基数应为 all（全体）或 votes（赞成与反对票）', en: 'The base must be all or votes' };
  if (quorum !== undefined && !(Number.isInteger(quorum) && (quorum as number) >= 1)) return { zh: '最低票数应为正整数', en: 'The quorum must be a positive whole number' };
  return undefined;
}
