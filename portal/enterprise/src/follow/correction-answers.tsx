import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, CorrectionItem, CorrectionView, FieldError } from '../../../../src/api/contract.js';
import { ApiProblem } from '../../../ui/api/api-problem.js';
import { newOnceKey } from '../../../ui/api/call.js';
import { actOnCase } from '../../../ui/api/cases.js';
import { MaterialTable } from '../../../ui/case/material-table.js';
import { dayText } from '../../../ui/i18n/dates.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { withoutBlanks } from '../../../ui/schema-form/asked-fields.js';
import { fieldAt } from '../../../ui/schema-form/check-form.js';
import { FieldFrame } from '../../../ui/schema-form/field-frame.js';
import { focusField } from '../../../ui/schema-form/field-id.js';
import { readSections } from '../../../ui/schema-form/form-field.js';
import { valueAt, withValueAt } from '../../../ui/schema-form/pointer.js';
import { SchemaField } from '../../../ui/schema-form/schema-field.js';
import { ErrorSummary } from '../../../ui/shell/error-summary.js';
import { Refusal } from '../../../ui/shell/refusal.js';

interface CorrectionAnswersProps {
  readonly view: CaseView;
  readonly correction: CorrectionView;
  readonly schema: Record<string, unknown>;
  readonly onChanged: () => void;
  readonly onDone: () => void;
}

/** The requested fields and materials, each under the reason why it is asked for. */
export function CorrectionAnswers({ view, correction, schema, onChanged, onDone }: CorrectionAnswersProps): ReactElement {
  const { t } = useTranslation();
  const { either, language } = useLanguage();
  const [form, setForm] = useState<Record<string, unknown>>(view.form);
  const [remarks, setRemarks] = useState('');
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const once = useRef(newOnceKey());
  const fields = readSections(schema).flatMap((section) => section.fields);
  const askedFields = correction.items.filter((item) => item.kind === 'field');
  const askedMaterials = correction.items.filter((item) => item.kind === 'material');
  const messages = new Map(faults.map((fault) => [fault.pointer, either(fault.message, fault.messageEn)]));

  const answer = useMutation({
    mutationFn: () => {
      const values = Object.fromEntries(askedFields.map((item) => [item.target, valueAt(withoutBlanks(form), item.target)]).filter(([, value]) => value !== undefined));
      const action = view.availableActions.find((each) => each.action === 'answerCorrection');
      return actOnCase(view.id, { action: 'answerCorrection', ...(action?.workItem && { workItem: action.workItem }), form: { ...(askedFields.length > 0 && { values }), ...(remarks.trim() && { remarks: remarks.trim() }) }, version: view.version }, once.current);
    },
    onSuccess: onDone,
    onError: (error) => {
      if (!(error instanceof ApiProblem)) return;
      once.current = newOnceKey();
      setFaults(error.fieldErrors);
      onChanged();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setFaults([]);
    answer.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <p className="notice">
        {correction.dueOn ? t('您需要在 {{date}} 前补正 {{n}} 项内容。补正期间不计入审批时限。', { date: dayText(correction.dueOn, language), n: correction.items.length }) : t('您需要补正 {{n}} 项内容。', { n: correction.items.length })}
        {correction.documentId && (
          <>
            {' '}
            <a href={`/api/v1/documents/${correction.documentId}/content`}>{t('查看补正材料一次性告知书')}</a>
          </>
        )}
      </p>
      <ErrorSummary faults={faults} onGo={(pointer) => (pointer.startsWith('/') ? focusField(pointer) : document.getElementById(`material-${pointer}`)?.focus())} />
      {answer.error && faults.length === 0 && <Refusal error={answer.error} />}
      {askedFields.map((item) => {
        const field = fieldAt(fields, item.target);
        return (
          <section className="card" key={item.target}>
            <Reason item={item} />
            {field && <SchemaField field={field} pointer={field.pointer} context={{ root: form, faults: messages, change: (pointer, value) => setForm((before) => withValueAt(before, pointer, value)), files: view.materials.flatMap((material) => material.attachments) }} />}
          </section>
        );
      })}
      {askedMaterials.map((item) => (
        <section className="card" key={item.target}>
          <Reason item={item} />
          <MaterialTable caseId={view.id} materials={view.materials.filter((material) => material.key === item.target)} editable={new Set([item.target])} onChanged={onChanged} />
        </section>
      ))}
      <section className="card">
        <FieldFrame id="remarks" label={t('补充说明')}>
          {(aria) => <Input.TextArea {...aria} rows={2} value={remarks} onChange={(event) => setRemarks(event.target.value)} />}
        </FieldFrame>
      </section>
      <div className="buttons">
        <Button type="primary" size="large" htmlType="submit" loading={answer.isPending}>
          {t('提交补正')}
        </Button>
      </div>
    </form>
  );
}

function Reason({ item }: { item: CorrectionItem }): ReactElement {
  const { t } = useTranslation();
  return (
    <p className="notice warn">
      <strong>{t('补正原因')}</strong> {item.reason}
      <br />
      <span className="quiet">
        {t('依据')} {item.norm}
      </span>
    </p>
  );
}
