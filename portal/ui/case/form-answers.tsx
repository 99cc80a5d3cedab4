import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '../i18n/dates.js';
import { useLanguage } from '../i18n/use-language.js';
import { askedFields, isUnanswered } from '../schema-form/asked-fields.js';
import type { FormField } from '../schema-form/form-field.js';
import { RedLineSketch } from '../schema-form/red-line-sketch.js';
import { signaturePointer } from '../schema-form/signature/digest-of-form.js';
import { toLines, type Polygon } from '../schema-form/red-line.js';

interface FormAnswersProps {
  readonly fields: readonly FormField[];
  readonly root: unknown;
  readonly self: unknown;
  /** Pointers to point out, e.g. what a correction changed. */
  readonly marked?: ReadonlySet<string>;
}

/** The answers of a form to read: every asked question with what was said. */
export function FormAnswers({ fields, root, self, marked }: FormAnswersProps): ReactElement {
  const { either } = useLanguage();
  return (
    <dl className="answers">
      {askedFields(fields, root, self).map((field) => (
        <div key={field.pointer} className={marked?.has(field.pointer) ? 'answer marked' : 'answer'}>
          <dt>{either(field.title, field.titleEn)}</dt>
          <dd>
            <Answer field={field} root={root} value={(self as Record<string, unknown> | undefined)?.[field.key]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Answer({ field, root, value }: { field: FormField; root: unknown; value: unknown }): ReactNode {
  const { t } = useTranslation();
  const { either, language } = useLanguage();
  if (isUnanswered(value)) return <span className="quiet">{t('未填写')}</span>;
  const optionName = (option: unknown): string => {
    const known = field.options.find((each) => each.value === option);
    return known ? either(known.title, known.titleEn) : String(option);
  };
  switch (field.kind) {
    case 'choice':
      return optionName(value);
    case 'choices':
    case 'texts':
      return (value as unknown[]).map(optionName).join('、');
    case 'yes-no':
      return value === true ? t('是') : t('否');
    case 'decimal':
    case 'whole-number':
      return `${Number(value).toLocaleString('zh-CN', { maximumFractionDigits: 6 })}${field.unit ? ` ${either(field.unit, field.unitEn)}` : ''}`;
    case 'date':
      return dayText(String(value), language);
    case 'attachment':
      if (field.pointer === signaturePointer) return <code>{String(value)}</code>;
      return <a href={`/api/v1/attachments/${String(value)}/content`}>{t('已上传的文件')}</a>;
    case 'red-line':
      return (
        <div className="red-line">
          <pre>{toLines(value as Polygon)}</pre>
          <RedLineSketch polygon={value as Polygon} />
        </div>
      );
    case 'list':
      return (
        <ol className="answer-entries">
          {(value as Record<string, unknown>[]).map((entry, index) => (
            // Entries have no identity but their position.
            <li key={index}>
              <FormAnswers fields={field.entries} root={root} self={entry} />
            </li>
          ))}
        </ol>
      );
    default:
      return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
  }
}
