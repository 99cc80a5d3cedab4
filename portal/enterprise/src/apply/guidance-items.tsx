import { Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuidanceView } from '../../../../src/api/contract.js';

type GuidanceItem = GuidanceView['items'][number];

interface GuidanceItemsProps {
  readonly title: string;
  readonly items: readonly GuidanceItem[];
  readonly chosen: readonly string[];
  readonly change: (codes: string[]) => void;
}

/** Items to choose from: those that apply first, then those that may, then – folded – those that do not. */
export function GuidanceItems({ title, items, chosen, change }: GuidanceItemsProps): ReactElement {
  const { t } = useTranslation();
  const of = (applies: GuidanceItem['applies']): GuidanceItem[] => items.filter((item) => item.applies === applies);
  const line = (item: GuidanceItem): ReactElement => (
    <ItemLine key={item.code} item={item} checked={chosen.includes(item.code)} change={(wanted) => change(wanted ? [...chosen, item.code] : chosen.filter((code) => code !== item.code))} />
  );
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {of('yes').length > 0 && <h3 className="field-group">{t('需要办理')}</h3>}
      {of('yes').map(line)}
      {of('maybe').length > 0 && <h3 className="field-group">{t('可能需要办理，请按实际情况选择')}</h3>}
      {of('maybe').map(line)}
      {of('no').length > 0 && (
        <details>
          <summary>{t('不需要办理的 {{n}} 个事项', { n: of('no').length })}</summary>
          {of('no').map(line)}
        </details>
      )}
    </section>
  );
}

function ItemLine({ item, checked, change }: { item: GuidanceItem; checked: boolean; change: (wanted: boolean) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="item-line">
      <Checkbox checked={checked} onChange={(event) => change(event.target.checked)}>
        <strong>{item.nameZh}</strong>
      </Checkbox>
      <p className="quiet">
        {[item.department, item.promisedLimitWorkdays !== null && t('承诺 {{n}} 个工作日', { n: item.promisedLimitWorkdays }), item.statutoryLimitWorkdays !== null && t('法定 {{n}} 个工作日', { n: item.statutoryLimitWorkdays }), item.why].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}
