import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaterialView } from '../../../src/api/contract.js';
import { useLanguage } from '../i18n/use-language.js';
import { MaterialUpload } from './material-upload.js';

interface MaterialTableProps {
  readonly caseId: string;
  readonly materials: readonly MaterialView[];
  /** Keys of the materials that may be uploaded now. */
  readonly editable?: ReadonlySet<string>;
  readonly onChanged?: () => void;
}

/** The materials of a case, each once: who supplies it, what is there, and the upload where it is open. */
export function MaterialTable({ caseId, materials, editable, onChanged }: MaterialTableProps): ReactElement {
  const { t } = useTranslation();
  if (materials.length === 0) return <p className="quiet">{t('所选事项没有需要提交的材料。')}</p>;
  return (
    <ul className="materials">
      {materials.map((material) => (
        <MaterialLine key={material.key} caseId={caseId} material={material} editable={editable?.has(material.key) ?? false} onChanged={onChanged} />
      ))}
    </ul>
  );
}

function MaterialLine({ caseId, material, editable, onChanged }: { caseId: string; material: MaterialView; editable: boolean; onChanged?: () => void }): ReactElement {
  const { t } = useTranslation();
  const { either, language } = useLanguage();
  // The list has some notes in English only; they help nobody on a Chinese page.
  const note = material.note && (language === 'en' || /\p{Script=Han}/u.test(material.note)) ? material.note : undefined;
  const sources: Record<MaterialView['source'], string> = { applicant: t('申请人提交'), shared: t('数据共享获取，无需提交'), earlierItem: t('前序审批结果，无需提交'), system: t('系统生成，无需提交') };
  const there = material.attachments.length > 0;
  return (
    <li className={there ? 'material there' : 'material'} id={`material-${material.key}`} tabIndex={-1}>
      <div className="material-name">
        <p>
          <strong>{either(material.nameZh, material.nameEn)}</strong>{' '}
          {material.source === 'applicant' && <span className="quiet">{material.required ? t('必交') : t('选交')}</span>}
        </p>
        <p className="quiet">
          {sources[material.source]}
          {material.tolerableMissing && ` · ${t('可容缺后补')}`}
          {material.waivableByCommitment && ` · ${t('可告知承诺')}`}
          {note && ` · ${note}`}
        </p>
      </div>
      <p className="material-state">
        {there ? <span className="deadline green">✔ {t('已提交')}</span> : material.source === 'applicant' ? <span className="deadline paused">○ {t('未提交')}</span> : null}
      </p>
      <MaterialUpload caseId={caseId} material={material} editable={editable} onChanged={onChanged} />
    </li>
  );
}
