import { IsInt, IsObject, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { deliverMessage } from '../../services/messages/deliver-message.js';
import { sendSignal } from '../../services/signals/send-signal.js';
import type { ApiContext } from '../api-context.js';
import { route, type Route } from '../route.js';

export class SignalBody {
  @IsString({ message: '请写明名称' })
  @MinLength(1, { message: '请写明名称' })
  @MaxLength(200)
  name!: string;

  @IsOptional()
  @IsObject({ message: '变量应为对象' })
  variables?: Record<string, unknown>;
}

export class MessageBody extends SignalBody {
  /** Id or number of the case that the message is for. */
  @IsString({ message: '请写明办件编号' })
  @MinLength(1, { message: '请写明办件编号' })
  @MaxLength(50)
  case!: string;

  @IsOptional()
  @IsInt({ message: 'version 应为整数' })
  version?: number;
}

/** What comes to running flows from outside. */
export function messageRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'post', path: '/messages', may: ['clerk', 'reviewer', 'secretary', 'leader', 'admin'], does: 'Deliver a message to the one case that waits for it', body: MessageBody, answers: 'MessageReceipt', handle: ({ actor, body, onceKey }) => deliverMessage(services, actor, body, onceKey) }),
    route({ method: 'post', path: '/signals', may: ['admin'], does: 'Send a signal to every case that waits for it', body: SignalBody, answers: 'SignalReceipt', status: 202, handle: ({ actor, body, onceKey }) => sendSignal(services, actor, body, onceKey) }),
  ];
}
