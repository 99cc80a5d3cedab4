import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { findAgencies } from '../api/agencies.js';
import { useLanguage } from '../i18n/use-language.js';
import type { FormField } from '../schema-form/form-field.js';
import { withValueAt } from '../schema-form/pointer.js';
import { SchemaForm } from '../schema-form/schema-form.js';
import type { ActionFormProps } from './action-form.js';

/** The form that a step asks for. Where it names items of the case or an agency, they are chosen by name and not typed as codes. */
export function StepForm({ view, action, fields, values, faults, change }: ActionFormProps & { fields: readonly FormField[] }): ReactElement {
  const { either } = useLanguage();
  const asksForAgency = fields.some((field) => field.pointer === '/agency');
  const { data: agencies } = useQuery({ queryKey: ['agencies'], queryFn: findAgencies, enabled: asksForAgency, staleTime: Infinity });
  const items = view.items.map((item) => ({ value: item.code, label: item.nameZh }));
  return (
    <SchemaForm
      // A step has no place to upload files to; what belongs to the case is among its materials.
      fields={fields.filter((field) => field.kind !== 'attachment')}
      root={{ ...values, outcome: action.action }}
      faults={new Map(faults.map((fault) => [fault.pointer, either(fault.message, fault.messageEn)]))}
      change={(pointer, value) => change(withValueAt(values, pointer, value))}
      choices={{ ...(agencies && { '/agency': agencies.map((agency) => ({ value: agency.id, label: agency.name })) }), '/itemCodes': items, '/points/*/itemCode': items }}
    />
  );
}
