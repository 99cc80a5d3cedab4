import { IsOptional, IsString } from 'class-validator';
import { describeForm } from '../../forms/describe-form.js';
import { getForm } from '../../forms/form-registry.js';
import { formOfStage } from '../../forms/stage-form.js';
import type { ApiContext } from '../api-context.js';
import type { FormView } from '../contract.js';
import { route, type Route } from '../route.js';

export class StageFormQuery {
  /** Item codes, separated by commas. */
  @IsString({ message: '请给出事项代码' })
  items!: string;

  @IsOptional()
  @IsString()
  listVersion?: string;
}

export function formRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/forms/stage', may: 'public', does: 'The one form of a stage: the union of what the chosen items need, as JSON Schema', query: StageFormQuery, answers: 'FormView', handle: ({ query }): FormView => {
      const items = services.items.getAll(query.items.split(',').filter((code) => code !== ''));
      return { key: 'stage', title: '阶段统一申请表', schema: describeForm(formOfStage(items)).schema as Record<string, unknown> };
    } }),
    route({ method: 'get', path: '/forms/:key', may: 'signedIn', does: 'The form of one step, as JSON Schema', answers: 'FormView', handle: ({ params }): FormView => {
      const form = getForm(params.key as string);
      return { key: form.key, title: form.zh, schema: form.schema as Record<string, unknown> };
    } }),
  ];
}
