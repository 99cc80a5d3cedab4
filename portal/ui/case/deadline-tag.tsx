import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Light } from '../../../src/api/contract.js';

const shapes: Record<Light, string> = { green: '●', yellow: '▲', red: '■', paused: '❚❚', done: '✔' };

interface DeadlineTagProps {
  readonly light: Light;
  readonly remainingWorkdays?: number | null;
}

/** How a limit stands: colour, shape and words, because a colour alone says nothing to many. */
export function DeadlineTag({ light, remainingWorkdays }: DeadlineTagProps): ReactElement {
  const { t } = useTranslation();
  const names: Record<Light, string> = { green: t('正常'), yellow: t('临期'), red: t('超期'), paused: t('暂停计时'), done: t('已办结') };
  const counts = (light === 'green' || light === 'yellow' || light === 'red') && remainingWorkdays !== undefined && remainingWorkdays !== null;
  return (
    <span className={`deadline ${light}`}>
      <span aria-hidden="true">{shapes[light]} </span>
      {names[light]}
      {counts && ` · ${remainingWorkdays < 0 ? t('超 {{n}} 个工作日', { n: -remainingWorkdays }) : t('剩 {{n}} 个工作日', { n: remainingWorkdays })}`}
    </span>
  );
}
