import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { officers, workers } from '../../services/work-items/gestures.js';
import { claimWorkItem, releaseWorkItem } from '../../services/work-items/claim-work-item.js';
import { handleBatch } from '../../services/work-items/handle-batch.js';
import { readOpinionDraft, saveOpinionDraft } from '../../services/work-items/keep-draft.js';
import { delegateWorkItem, handBackWorkItem, transferWorkItem } from '../../services/work-items/pass-work-item-on.js';
import { returnWorkItem } from '../../services/work-items/return-work-item.js';
import { takeBackWorkItem } from '../../services/work-items/take-back.js';
import { answerUrge, urgeWorkItem } from '../../services/work-items/urge-work-item.js';
import type { ApiContext } from '../api-context.js';
import { route, type Route } from '../route.js';

export class PassingOnBody {
  /** Id or user name. */
  @IsString({ message: '请指明由谁办理' })
  @IsNotEmpty({ message: '请指明由谁办理' })
  @MaxLength(60)
  to!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class HandBackBody {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  opinion?: string;
}

export class ReturnBody {
  /** Id of a step that was passed; `availableActions` of the work item lists them. */
  @IsString({ message: '请选择退回到哪个环节' })
  @IsNotEmpty({ message: '请选择退回到哪个环节' })
  @MaxLength(80)
  to!: string;

  @IsString({ message: '请填写退回原因' })
  @IsNotEmpty({ message: '请填写退回原因' })
  @MaxLength(1000)
  reason!: string;

  /** Done there, it comes straight back to the one who returns it. */
  @IsOptional()
  @IsBoolean({ message: 'straightBack 应为 true 或 false' })
  straightBack?: boolean;
}

export class TakeBackBody {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class UrgeBody {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  text?: string;
}

export class UrgeReplyBody {
  @IsString({ message: '请填写答复' })
  @IsNotEmpty({ message: '请填写答复' })
  @MaxLength(500)
  text!: string;
}

export class OpinionDraftBody {
  @IsObject({ message: '表单应为对象' })
  form!: Record<string, unknown>;
}

export class BatchBody {
  @IsString({ message: '请指明操作' })
  @IsNotEmpty({ message: '请指明操作' })
  @MaxLength(60)
  action!: string;

  @IsArray({ message: '请选择待办' })
  @ArrayMinSize(1, { message: '请至少选择一项待办' })
  @ArrayMaxSize(100, { message: '一次至多办理 100 项' })
  @IsString({ each: true, message: '待办编号应为文字' })
  workItems!: string[];

  @IsOptional()
  @IsObject({ message: '表单应为对象' })
  form?: Record<string, unknown>;
}

/** What officers do with a piece of work before it is done: none of it moves the flow. */
export function workItemRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'post', path: '/work-items/batch', may: officers, does: 'Do the same action with several pieces of work; each stands for itself', body: BatchBody, answers: 'List of BatchOutcome', handle: async ({ actor, body }) => {
      const items = await handleBatch(services, actor, body);
      return { items, total: items.length };
    } }),
    route({ method: 'post', path: '/work-items/:id/claim', may: officers, does: 'Take it from the queue for oneself', answers: 'GestureResult', handle: ({ actor, params, onceKey }) => claimWorkItem(services, actor, params.id as string, onceKey) }),
    route({ method: 'post', path: '/work-items/:id/release', may: officers, does: 'Give it back to the queue', answers: 'GestureResult', handle: ({ actor, params, onceKey }) => releaseWorkItem(services, actor, params.id as string, onceKey) }),
    route({ method: 'post', path: '/work-items/:id/transfer', may: officers, does: 'Move it on to a colleague; what was written stays with it', body: PassingOnBody, answers: 'GestureResult', handle: ({ actor, params, body, onceKey }) => transferWorkItem(services, actor, params.id as string, body, onceKey) }),
    route({ method: 'post', path: '/work-items/:id/delegation', may: officers, does: 'Let a colleague prepare it; it comes back', body: PassingOnBody, answers: 'GestureResult', handle: ({ actor, params, body, onceKey }) => delegateWorkItem(services, actor, params.id as string, body, onceKey) }),
    route({ method: 'post', path: '/work-items/:id/hand-back', may: officers, does: 'Hand delegated work back with an opinion, or take it back', body: HandBackBody, answers: 'GestureResult', handle: ({ actor, params, body, onceKey }) => handBackWorkItem(services, actor, params.id as string, body, onceKey) }),
    route({ method: 'post', path: '/work-items/:id/urges', may: [...workers, 'supervisor'], does: 'Urge it; counted, and a supervision when a supervisor does', body: UrgeBody, answers: 'GestureResult', handle: ({ actor, params, body, onceKey }) => urgeWorkItem(services, actor, params.id as string, body, onceKey) }),
    route({ method: 'post', path: '/work-items/:id/urges/reply', may: officers, does: 'Answer an urge', body: UrgeReplyBody, answers: 'GestureResult', handle: ({ actor, params, body, onceKey }) => answerUrge(services, actor, params.id as string, body, onceKey) }),
    route({ method: 'post', path: '/work-items/:id/return', may: officers, does: 'Return it to a step passed before, to come back straight or by the flow', body: ReturnBody, answers: 'GestureResult', handle: ({ actor, params, body, onceKey }) => returnWorkItem(services, actor, params.id as string, body, onceKey) }),
    route({ method: 'post', path: '/work-items/:id/taking-back', may: officers, does: 'Take back what one has sent here, until somebody takes it up', body: TakeBackBody, answers: 'GestureResult', handle: ({ actor, params, body, onceKey }) => takeBackWorkItem(services, actor, params.id as string, body, onceKey) }),
    route({ method: 'get', path: '/work-items/:id/draft', may: workers, does: 'What was written so far', answers: 'OpinionDraftView', handle: ({ actor, params }) => readOpinionDraft(services, actor, params.id as string) }),
    route({ method: 'put', path: '/work-items/:id/draft', may: workers, does: 'Keep what was written so far', body: OpinionDraftBody, answers: 'OpinionDraftView', handle: ({ actor, params, body }) => saveOpinionDraft(services, actor, params.id as string, body.form) }),
  ];
}
