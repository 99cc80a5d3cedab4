import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { saveForm, type CasePage } from '../../../ui/api/cases.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { readSections } from '../../../ui/schema-form/form-field.js';
import { Refusal } from '../../../ui/shell/refusal.js';

/** What is asked otherwise since the draft was begun; everything answered before stays. */
export function ListChange({ view, schema }: { readonly view: CasePage; readonly schema?: Record<string, unknown> }): ReactElement | null {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const queries = useQueryClient();
  const follow = useMutation({ mutationFn: () => saveForm(view.id, view.form, view.version), onSuccess: () => queries.invalidateQueries() });
  const change = view.listChange;
  if (!change) return null;
  const titles = new Map((schema ? readSections(schema) : []).map((section) => [section.key, either(section.title, section.titleEn)]));
  const lines = [
    { what: t('以下事项已从清单中取消，将不随本申请提交'), names: change.withdrawnItems.map((item) => item.nameZh) },
    { what: t('新增需要填写的部分'), names: change.addedSections.map((code) => titles.get(code) ?? code) },
    { what: t('新增需要提交的材料'), names: change.addedMaterials.map((material) => either(material.nameZh, material.nameEn)) },
    { what: t('不再需要的材料'), names: change.droppedMaterials.map((material) => either(material.nameZh, material.nameEn)) },
  ].filter(({ names }) => names.length > 0);
  return (
    <section className="notice warn" role="status">
      <p>{t('您开始填写后，事项清单已更新。已填写的内容和已上传的文件全部保留，只需补充以下变化：')}</p>
      <ul>
        {lines.map(({ what, names }) => (
          <li key={what}>
            {what}
            {t('：')}
            {names.join(t('、'))}
          </li>
        ))}
        {lines.length === 0 && <li>{t('无需补充。')}</li>}
      </ul>
      {change.withdrawnItems.length > 0 && view.items.some((item) => !change.withdrawnItems.some((gone) => gone.code === item.code)) && (
        <Button loading={follow.isPending} onClick={() => follow.mutate()}>
          {t('继续办理其余事项')}
        </Button>
      )}
      {follow.error && <Refusal error={follow.error} />}
    </section>
  );
}
