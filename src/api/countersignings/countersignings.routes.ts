import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { atWorkItem } from '../../services/countersigning/at-work-item.js';
import { beginCountersigning } from '../../services/countersigning/begin-countersigning.js';
import { countersign } from '../../services/countersigning/countersign.js';
import { recallCompletion } from '../../services/countersigning/recall-completion.js';
import { removeSigner } from '../../services/countersigning/remove-signer.js';
import { countersigningsOfCase } from '../../services/countersigning/view-countersignings.js';
import { officers } from '../../services/work-items/gestures.js';
import type { ApiContext } from '../api-context.js';
import { CaseIdQuery } from '../cases/cases.request.js';
import { pageOfList } from '../paging.js';
import { route, type Route } from '../route.js';
import { presentCountersigning } from './countersignings.presenter.js';

export class VersionBody {
  /** Of the case as it was seen; checked where it is given. */
  @IsOptional()
  @IsInt({ message: 'version 应为整数' })
  @Min(0)
  version?: number;
}

export class SignerBody {
  /** Id or user name. */
  @IsString({ message: '请指明人员' })
  @IsNotEmpty({ message: '请指明人员' })
  @MaxLength(60)
  person!: string;

  @IsOptional()
  @IsInt({ message: '权重应为整数' })
  @Min(1, { message: '权重至少为 1' })
  @Max(999, { message: '权重至多为 999' })
  weight?: number;
}

export class CountersigningBody extends VersionBody {
  @IsIn(['before', 'after', 'vote'], { message: '方式应为 before（前加签）、after（后加签）或 vote（会签）' })
  kind!: 'before' | 'after' | 'vote';

  @IsArray({ message: '请选择签署人员' })
  @ArrayMinSize(1, { message: '请至少选择一名签署人员' })
  @ArrayMaxSize(50, { message: '签署人员至多 50 名' })
  @ValidateNested({ each: true })
  @Type(() => SignerBody)
  signers!: SignerBody[];

  @IsOptional()
  @IsIn(['all', 'any', 'ratio', 'sequence'], { message: '会签方式应为 all、any、ratio 或 sequence' })
  mode?: 'all' | 'any' | 'ratio' | 'sequence';

  @IsOptional()
  @IsString()
  @MaxLength(20)
  ratio?: string;

  @IsOptional()
  @IsIn(['all', 'votes'], { message: '计票基数应为 all 或 votes' })
  base?: 'all' | 'votes';

  @IsOptional()
  @IsInt({ message: '最低票数应为整数' })
  @Min(1)
  quorum?: number;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  proposal?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  question?: string;
}

export class SignerRemovalBody extends VersionBody {
  /** Id or user name of the person, or id of the signature. */
  @IsString({ message: '请指明人员' })
  @IsNotEmpty({ message: '请指明人员' })
  @MaxLength(60)
  signer!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class SignatureBody extends VersionBody {
  @IsIn(['agree', 'disagree', 'abstain'], { message: '意见应为 agree（同意）、disagree（不同意）或 abstain（弃权）' })
  choice!: 'agree' | 'disagree' | 'abstain';

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  opinion?: string;
}

/** Several people on one piece of work: signers before and after, votes, and who is taken out again. */
export function countersigningRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'post', path: '/work-items/:id/countersignings', may: officers, does: 'Have others sign it: before, after or by a vote', body: CountersigningBody, answers: 'GestureResult', handle: ({ actor, params, body, onceKey }) => atWorkItem(services, actor, { id: params.id as string, what: 'countersignings', request: body, onceKey }, (step, workItem) => beginCountersigning(step, workItem, body)) }),
    route({ method: 'post', path: '/work-items/:id/signer-removals', may: officers, does: 'Take a signer out who has not signed yet', body: SignerRemovalBody, answers: 'GestureResult', handle: ({ actor, params, body, onceKey }) => atWorkItem(services, actor, { id: params.id as string, what: 'signerRemovals', request: body, onceKey }, (step, workItem) => removeSigner(step, workItem, body)) }),
    route({ method: 'post', path: '/work-items/:id/completion-recalls', may: officers, does: 'Take a completion back that waits for after-signers', body: VersionBody, answers: 'GestureResult', handle: ({ actor, params, body, onceKey }) => atWorkItem(services, actor, { id: params.id as string, what: 'completionRecalls', request: body, onceKey }, (step, workItem) => recallCompletion(step, workItem)) }),
    route({ method: 'post', path: '/work-items/:id/signatures', may: officers, does: 'Sign what one was asked to sign; the same as the action countersign', body: SignatureBody, answers: 'GestureResult', handle: ({ actor, params, body, onceKey }) => {
      const { choice, opinion } = body;
      return atWorkItem(services, actor, { id: params.id as string, what: 'signatures', request: body, onceKey }, (step, workItem) => countersign(step, { choice, ...(opinion !== undefined && { opinion }) }, workItem.id));
    } }),
    route({ method: 'get', path: '/countersignings', may: 'signedIn', does: 'All countersignings of a case with their tallies, for people of the office', query: CaseIdQuery, answers: 'List of CountersigningView', handle: async ({ actor, query }) => pageOfList((await countersigningsOfCase(services, actor, query.caseId)).map(presentCountersigning), query) }),
  ];
}
