import { Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuidanceView } from '../../../../src/api/contract.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { FieldFrame } from '../../../ui/schema-form/field-frame.js';
import { toFigure } from '../../../ui/schema-form/inputs/number-input.js';

type Question = GuidanceView['questions'][number];

interface GuidanceQuestionsProps {
  readonly questions: readonly Question[];
  readonly answers: Record<string, unknown>;
  readonly change: (answers: Record<string, unknown>) => void;
}

/** The few questions that decide which items apply; each may stay open. */
export function GuidanceQuestions({ questions, answers, change }: GuidanceQuestionsProps): ReactElement | null {
  const { t } = useTranslation();
  if (questions.length === 0) return null;

  function answer(key: string, value: unknown): void {
    const { [key]: _before, ...others } = answers;
    change(value === undefined ? others : { ...others, [key]: value });
  }

  return (
    <details className="card" open={Object.keys(answers).length > 0 || undefined}>
      <summary>{t('回答 {{n}} 个问题，让系统判断需要办理的事项（可跳过）', { n: questions.length })}</summary>
      {questions.map((question) => (
        <QuestionInput key={question.key} question={question} value={answers[question.key]} answer={(value) => answer(question.key, value)} />
      ))}
    </details>
  );
}

function QuestionInput({ question, value, answer }: { question: Question; value: unknown; answer: (value: unknown) => void }): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const label = either(question.labelZh, question.labelEn);
  const id = `question-${question.key}`;
  if (question.type === 'boolean') {
    return (
      <FieldFrame id={id} label={label} group>
        {() => (
          <Radio.Group name={id} value={value === undefined ? undefined : value ? 'yes' : 'no'} onChange={(event) => answer(event.target.value === 'yes')}>
            <Radio value="yes">{t('是')}</Radio>
            <Radio value="no">{t('否')}</Radio>
          </Radio.Group>
        )}
      </FieldFrame>
    );
  }
  if (question.type === 'enum') {
    return (
      <FieldFrame id={id} label={label}>
        {(aria) => (
          <select {...aria} className="native-select" value={typeof value === 'string' ? value : ''} onChange={(event) => answer(event.target.value || undefined)}>
            <option value="">{t('尚不确定')}</option>
            {question.options?.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
    );
  }
  return (
    <FieldFrame id={id} label={question.unit ? `${label}（${question.unit}）` : label}>
      {(aria) => (
        <Input
          {...aria}
          className="short-input"
          inputMode="decimal"
          defaultValue={typeof value === 'number' ? value : undefined}
          onBlur={(event) => {
            const figure = toFigure(event.target.value);
            answer(typeof figure === 'number' ? figure : undefined);
          }}
        />
      )}
    </FieldFrame>
  );
}
