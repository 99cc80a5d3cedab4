import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, MaxLength, Min, MinLength } from 'class-validator';
import { PageQuery } from '../paging.js';

export class CaseBody {
  @IsString({ message: '请选择项目' })
  @MaxLength(40)
  projectId!: string;

  @IsString({ message: '请选择阶段' })
  @MaxLength(8)
  stage!: string;

  @IsArray({ message: '请选择事项' })
  @ArrayMinSize(1, { message: '请至少选择一个事项' })
  @ArrayMaxSize(60, { message: '事项过多' })
  @IsString({ each: true, message: '事项代码应为文字' })
  items!: string[];
}

export class CaseQuery extends PageQuery {
  @IsOptional()
  @IsString()
  status?: string;

  @IsOptional()
  @IsString()
  stage?: string;

  @IsOptional()
  @IsString()
  projectId?: string;

  @IsOptional()
  @IsIn(['submittedAt', '-submittedAt', 'dueOn', '-dueOn', 'number'], { message: '不能按此排序' })
  sort?: 'submittedAt' | '-submittedAt' | 'dueOn' | '-dueOn' | 'number';
}

export class FormBody {
  @IsObject({ message: '表单应为对象' })
  form!: Record<string, unknown>;

  @IsInt({ message: '请带上 version' })
  @Min(0)
  version!: number;
}

export class ActionBody {
  @IsString({ message: '请指明操作' })
  @MinLength(1, { message: '请指明操作' })
  @MaxLength(60)
  action!: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  workItem?: string;

  @IsOptional()
  @IsObject({ message: '表单应为对象' })
  form?: Record<string, unknown>;

  @IsInt({ message: '请带上办件的 version' })
  @Min(0)
  version!: number;
}

export class ClockQuery {
  /** Names of pauses, separated by commas. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  strike?: string;
}

export class RecordQuery {
  /** `true` to see the events of the item cases among those of the stage. */
  @IsOptional()
  @IsString()
  withItems?: string;
}

export class WorkItemQuery extends PageQuery {
  @IsOptional()
  @IsIn(['open', 'done'], { message: '状态应为 open 或 done' })
  status?: 'open' | 'done';

  @IsOptional()
  @IsString()
  step?: string;

  @IsOptional()
  @IsIn(['dueOn', '-dueOn', 'openedAt', '-openedAt'], { message: '不能按此排序' })
  sort?: 'dueOn' | '-dueOn' | 'openedAt' | '-openedAt';
}

export class CorrectionBody {
  @IsString({ message: '请指明办件' })
  caseId!: string;

  /** May be empty when departments have asked for something. */
  @IsOptional()
  @IsArray({ message: '请列明需要补正的内容' })
  items?: unknown[];

  @IsOptional()
  @IsInt()
  handInWorkdays?: number;

  @IsOptional()
  @IsIn(['newFact', 'weMissedIt'], { message: '情形应为 newFact（新事实）或 weMissedIt（本机关遗漏）' })
  ground?: 'newFact' | 'weMissedIt';

  @IsOptional()
  @IsString()
  @MaxLength(500)
  explanation?: string;

  @IsInt({ message: '请带上办件的 version' })
  version!: number;
}

export class CaseIdQuery extends PageQuery {
  @IsString({ message: '请指明办件 caseId' })
  caseId!: string;
}
