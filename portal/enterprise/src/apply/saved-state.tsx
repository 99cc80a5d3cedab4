import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaveState } from './use-draft.js';

export function SavedState({ state }: { state: SaveState }): ReactElement {
  const { t } = useTranslation();
  const texts: Record<SaveState, string> = { saved: t('已自动保存'), waiting: t('有未保存的修改'), saving: t('正在保存…'), failed: t('没有保存成功') };
  return (
    <span role="status" data-save-state={state}>
      {texts[state]}
    </span>
  );
}
