import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ComponentType, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AvailableAction, CaseView, FieldError } from '../../../src/api/contract.js';
import { ApiProblem } from '../api/api-problem.js';
import { newOnceKey } from '../api/call.js';
import { actOnCase, getStepForm } from '../api/cases.js';
import { useLanguage } from '../i18n/use-language.js';
import { withoutBlanks } from '../schema-form/asked-fields.js';
import { checkForm } from '../schema-form/check-form.js';
import { focusField } from '../schema-form/field-id.js';
import { readFields } from '../schema-form/form-field.js';
import { ErrorSummary } from '../shell/error-summary.js';
import { Refusal } from '../shell/refusal.js';
import type { ActionFormProps } from './action-form.js';
import { StepForm } from './step-form.js';

interface ActionPanelProps {
  readonly view: CaseView;
  readonly action: AvailableAction;
  readonly ownForm?: ComponentType<ActionFormProps>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The panel above the buttons in which one action is filled in and carried out. */
export function ActionPanel({ view, action, ownForm: OwnForm, onClose, onDone }: ActionPanelProps): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const queries = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const once = useRef(newOnceKey());
  const [values, setValues] = useState<Record<string, unknown>>(action.suggestion ?? {});
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const { data: form, error: noForm } = useQuery({ queryKey: ['step-form', action.form], queryFn: () => getStepForm(action.form as string), enabled: action.form !== undefined, staleTime: Infinity });
  const fields = form ? readFields(form.schema) : [];
  useEffect(() => heading.current?.focus(), []);

  const act = useMutation({
    mutationFn: () => actOnCase(view.id, { action: action.action, ...(action.workItem && { workItem: action.workItem }), ...(action.form && { form: withoutBlanks(values) }), version: view.version }, once.current),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem)) return;
      // The server has answered, so the next attempt is another one; only a lost connection repeats the same.
      once.current = newOnceKey();
      setFaults(error.fieldErrors);
      if (error.status === 409) void queries.invalidateQueries({ queryKey: ['case', view.id] });
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = form && !OwnForm ? checkForm({ schema: form.schema, fields }, { ...values, outcome: action.action }) : [];
    setFaults(found);
    if (found.length === 0) act.mutate();
  }

  const props: ActionFormProps = { view, action, values, faults, change: setValues };
  return (
    <form className="action-panel" onSubmit={submit} aria-labelledby="action-panel-title" noValidate>
      <h2 id="action-panel-title" ref={heading} tabIndex={-1}>
        {either(action.label, action.labelEn)}
      </h2>
      <div className="action-panel-body">
        <ErrorSummary faults={faults} onGo={(pointer) => void focusField(pointer)} />
        {act.error && faults.length === 0 && <Refusal error={act.error} />}
        <Refusal error={noForm} />
        {action.form === undefined && <p>{t('确定要“{{action}}”吗？', { action: either(action.label, action.labelEn) })}</p>}
        {OwnForm ? <OwnForm {...props} /> : <StepForm {...props} fields={fields} />}
      </div>
      <div className="action-panel-buttons">
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={action.form !== undefined && !form && !OwnForm}>
          {t('确认{{action}}', { action: either(action.label, action.labelEn) })}
        </Button>
        <Button onClick={onClose}>{t('取消')}</Button>
      </div>
    </form>
  );
}
