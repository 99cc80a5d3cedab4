import { judgeItems } from '../../catalogue/applicable-items.js';
import { mutuallyExclusive } from '../../catalogue/exclusive-items.js';
import type { ProjectType, StageCode } from '../../catalogue/item.js';
import { materialsFor, type MaterialRequirement } from '../../catalogue/materials.js';
import { openQuestions } from '../../catalogue/open-questions.js';
import { questions, type Answers, type Question } from '../../catalogue/questions.js';
import { DomainError } from '../../errors/domain-error.js';
import { sections, type SectionCode } from '../../forms/application/sections.js';
import { formOfStage } from '../../forms/stage-form.js';
import { decidedConditions } from '../decision-tables/item-conditions.js';
import type { ServiceContext } from '../service-context.js';

export interface GuideRequest {
  projectType: string;
  stage: string;
  answers?: Record<string, unknown>;
  items?: string[];
}

export interface Guide {
  questions: Question[];
  items: { code: string; nameZh: string; applies: 'yes' | 'maybe' | 'no'; why: string; department: string; promisedLimitWorkdays: number | null; statutoryLimitWorkdays: number | null; chosen: boolean }[];
  materials: MaterialRequirement[];
  sections: { code: SectionCode; title: string }[];
  faults: { message: string; items: string[] }[];
  stageLimitWorkdays?: number;
}

/** Answers what an enterprise needs for a stage before it files: which items apply and why, the papers, the form, the days. No sign-in needed. */
export async function guide(context: ServiceContext, request: GuideRequest): Promise<Guide> {
  const list = context.items.list();
  if (!Object.hasOwn(list.meta.projectTypes, request.projectType)) throw new DomainError('PROJECT_TYPE_UNKNOWN', { projectType: request.projectType, known: Object.keys(list.meta.projectTypes) });
  const answers: Answers = request.answers ?? {};
  const condition = { projectType: request.projectType as ProjectType, answers, ...(await decidedConditions(context, { projectType: request.projectType as ProjectType, answers })) };
  const verdicts = judgeItems(list.items, { ...condition, stage: request.stage as StageCode });
  const chosen = new Set(request.items ?? verdicts.filter((verdict) => verdict.applies === 'yes').map((verdict) => verdict.item.code));
  const items = context.items.getAll([...chosen]);
  const asked = new Set(openQuestions(verdicts).map((question) => question.key));
  const stageLimitWorkdays = context.items.stageLimit(request.projectType, request.stage);
  return {
    questions: questions.filter((question) => asked.has(question.key) || Object.hasOwn(answers, question.key)),
    items: verdicts.map(({ item, applies, reason }) => {
      const limits = context.items.limitsOf(item, request.projectType);
      return {
        code: item.code,
        nameZh: item.nameZh,
        applies,
        why: reason,
        department: item.receivingBody.zh,
        promisedLimitWorkdays: limits.promisedWorkdays,
        statutoryLimitWorkdays: limits.statutoryWorkdays,
        chosen: chosen.has(item.code),
      };
    }),
    materials: materialsFor(items, { catalogue: list.items, sharedSources: [], condition }),
    sections: formOfStage(items).map((code) => ({ code, title: sections[code].zh })),
    faults: mutuallyExclusive([...chosen], list.meta.mutuallyExclusive).map((pair) => ({ message: pair.message, items: [...pair.items] })),
    ...(stageLimitWorkdays !== undefined && { stageLimitWorkdays }),
  };
}
