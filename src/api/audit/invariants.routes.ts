import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import { checkInvariants } from '../../services/invariants/check-invariants.js';
import { invariantRules, type InvariantRule } from '../../services/invariants/finding.js';
import { repairFinding } from '../../services/invariants/repair-finding.js';
import type { ApiContext } from '../api-context.js';
import { route, type Route } from '../route.js';

export class RepairBody {
  @IsIn(invariantRules, { message: '没有这种巡检结果' })
  rule!: InvariantRule;

  @IsString({ message: '请指明办件' })
  @MaxLength(40)
  caseId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  workItem?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  subject?: string;
}

/** Nobody loses a case: what could let it happen, and the repair. */
export function invariantRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/audit/invariants', may: ['admin', 'supervisor'], does: 'Everything that could let a case be lost; empty when all is well', answers: 'List of InvariantFinding', handle: async () => {
      const { findings, checkedCases, isCut } = await checkInvariants(services);
      return { items: findings, total: findings.length, checkedCases, isCut };
    } }),
    route({ method: 'post', path: '/audit/invariants/repair', may: ['admin'], does: 'Repair one finding', body: RepairBody, answers: 'InvariantFinding', handle: ({ actor, body, onceKey }) => answerOnce(services, actor, onceKey, ['repair', body], () => repairFinding(services, actor, body)) }),
  ];
}
