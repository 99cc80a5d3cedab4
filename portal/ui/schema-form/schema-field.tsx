import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.js';
import { isRequired } from './asked-fields.js';
import { FieldFrame, type FieldAria } from './field-frame.js';
import { fieldId } from './field-id.js';
import type { FormField } from './form-field.js';
import { AttachmentInput } from './inputs/attachment-input.js';
import { ChoiceInput } from './inputs/choice-input.js';
import { ChoicesInput } from './inputs/choices-input.js';
import { ListInput } from './inputs/list-input.js';
import { NumberInput } from './inputs/number-input.js';
import { RedLineInput } from './inputs/red-line-input.js';
import { SignatureInput } from './inputs/signature-input.js';
import { TextInput } from './inputs/text-input.js';
import { TextsInput } from './inputs/texts-input.js';
import { YesNoInput } from './inputs/yes-no-input.js';
import { signaturePointer } from './signature/digest-of-form.js';
import { valueAt } from './pointer.js';
import type { FormContext } from './schema-form.js';

interface SchemaFieldProps {
  readonly field: FormField;
  readonly pointer: string;
  readonly context: FormContext;
}

const groups = new Set(['choices', 'yes-no', 'list', 'texts']);

/** One question with its input. */
export function SchemaField({ field, pointer, context }: SchemaFieldProps): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const holder = valueAt(context.root, pointer.slice(0, pointer.lastIndexOf('/')));
  const unit = field.unit && either(field.unit, field.unitEn);
  const title = either(field.title, field.titleEn);
  return (
    <FieldFrame
      id={fieldId(pointer)}
      label={unit ? t('{{title}}（{{unit}}）', { title, unit }) : title}
      required={isRequired(field, context.root, holder)}
      help={either(field.help ?? '', field.helpEn) || undefined}
      error={context.faults.get(pointer)}
      mark={context.prefilled?.has(pointer) ? t('已有信息带入，请核对') : undefined}
      group={groups.has(field.kind) || pointer === signaturePointer}
    >
      {(aria) => inputOf(field, pointer, { context, aria })}
    </FieldFrame>
  );
}

function inputOf(field: FormField, pointer: string, { context, aria }: { context: FormContext; aria: FieldAria }): ReactNode {
  const value = valueAt(context.root, pointer);
  const change = (next: unknown): void => context.change(pointer, next);
  const input = { field, aria, value, change };
  const choices = context.choices?.[pointer.replace(/\/\d+(?=\/|$)/g, '/*')];
  if (choices && field.kind === 'texts') return <ChoicesInput {...input} choices={choices} />;
  if (choices) return <ChoiceInput {...input} choices={choices} />;
  switch (field.kind) {
    case 'choice':
      return <ChoiceInput {...input} />;
    case 'choices':
      return <ChoicesInput {...input} />;
    case 'yes-no':
      return <YesNoInput {...input} />;
    case 'decimal':
    case 'whole-number':
      return <NumberInput {...input} />;
    case 'list':
      return <ListInput {...input} pointer={pointer} context={context} />;
    case 'texts':
      return <TextsInput {...input} />;
    case 'red-line':
      return <RedLineInput {...input} />;
    case 'attachment':
      return pointer === signaturePointer ? <SignatureInput {...input} form={context.root as Record<string, unknown>} /> : <AttachmentInput {...input} files={context.files ?? []} />;
    case 'any':
      return null;
    case 'text':
    case 'date':
    case 'moment':
      return <TextInput {...input} />;
  }
}
