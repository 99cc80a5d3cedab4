import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkItemView } from '../../../../src/api/contract.js';

/** Why open work came back, from whom and what happens once it is done: the first thing that whoever has it again has to know. */
export function ReturnNotes({ work }: { readonly work: readonly WorkItemView[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {work.map(({ id, name, returned }) => {
        if (!returned) return null;
        const { from, by, reason, straightBack } = returned;
        return <Alert key={id} type="warning" showIcon title={t('“{{name}}”由 {{by}} 从“{{from}}”退回', { name, by, from })} description={`${reason}${straightBack ? ` ${t('（办完直接回到该环节）')}` : ''}`} />;
      })}
    </>
  );
}
