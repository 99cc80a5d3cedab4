import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CorrectionItem } from '../../../../src/api/contract.js';
import { useStageForm } from '../../../ui/case/case-form-sections.js';
import type { ActionFormProps } from '../../../ui/case/action-form.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { FieldFrame } from '../../../ui/schema-form/field-frame.js';
import { fieldId } from '../../../ui/schema-form/field-id.js';
import { readSections } from '../../../ui/schema-form/form-field.js';

type Draft = Partial<CorrectionItem> & Pick<CorrectionItem, 'target'>;

/** The one correction notice 一次性告知: fields and materials are picked from the application, each with its reason and norm. */
export function CorrectionPicker({ view, values, faults, change }: ActionFormProps): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const form = useStageForm(view);
  const [picked, setPicked] = useState('');
  const items = (values.items as Draft[] | undefined) ?? [];
  const messages = new Map(faults.map((fault) => [fault.pointer, either(fault.message, fault.messageEn)]));
  const sections = form.data ? readSections(form.data.schema) : [];
  const names = new Map([
    ...sections.flatMap((section) => section.fields.map((field) => [field.pointer, `${either(section.title, section.titleEn)} — ${either(field.title, field.titleEn)}`] as const)),
    ...view.materials.map((material) => [material.key, either(material.nameZh, material.nameEn)] as const),
  ]);
  const set = (next: Draft[]): void => change({ ...values, items: next });
  const taken = new Set(items.map((item) => item.target));

  function add(): void {
    if (!picked || taken.has(picked)) return;
    set([...items, { target: picked }]);
    setPicked('');
  }

  return (
    <div>
      <p className="notice">{t('补正只能告知一次：请一次列明全部需要补正的内容。')}</p>
      {messages.get('/items') && <p className="field-error">{messages.get('/items')}</p>}
      {items.map((item, index) => (
        <fieldset className="list-entry" key={item.target}>
          <legend>{names.get(item.target) ?? item.target}</legend>
          {messages.get(`/items/${index}/target`) && <p className="field-error">{messages.get(`/items/${index}/target`)}</p>}
          <FieldFrame id={fieldId(`/items/${index}/reason`)} label={t('补正原因')} required error={messages.get(`/items/${index}/reason`)}>
            {(aria) => <Input {...aria} value={item.reason ?? ''} onChange={(event) => set(items.map((each, at) => (at === index ? { ...each, reason: event.target.value } : each)))} />}
          </FieldFrame>
          <FieldFrame id={fieldId(`/items/${index}/norm`)} label={t('依据')} required error={messages.get(`/items/${index}/norm`)}>
            {(aria) => <Input {...aria} value={item.norm ?? ''} onChange={(event) => set(items.map((each, at) => (at === index ? { ...each, norm: event.target.value } : each)))} />}
          </FieldFrame>
          <Button danger onClick={() => set(items.filter((_, at) => at !== index))}>
            {t('删除第 {{n}} 项', { n: index + 1 })}
          </Button>
        </fieldset>
      ))}
      <FieldFrame id={fieldId('/items')} label={t('需要补正的字段或材料')} required={items.length === 0}>
        {(aria) => (
          <div className="texts-line">
            <select {...aria} className="native-select" value={picked} onChange={(event) => setPicked(event.target.value)}>
              <option value="">{t('请选择')}</option>
              <optgroup label={t('材料')}>
                {view.materials.map((material) => (
                  <option key={material.key} value={material.key} disabled={taken.has(material.key)}>
                    {either(material.nameZh, material.nameEn)}
                  </option>
                ))}
              </optgroup>
              {sections.map((section) => (
                <optgroup key={section.key} label={either(section.title, section.titleEn)}>
                  {section.fields.map((field) => (
                    <option key={field.pointer} value={field.pointer} disabled={taken.has(field.pointer)}>
                      {either(field.title, field.titleEn)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
            <Button onClick={add}>{t('加入告知书')}</Button>
          </div>
        )}
      </FieldFrame>
    </div>
  );
}
