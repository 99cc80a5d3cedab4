import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../../portal/ui/i18n/dates.js';
import { Loading } from '../../../portal/ui/shell/loading.js';
import { Refusal } from '../../../portal/ui/shell/refusal.js';
import { findVersions, getVersion } from '../api.js';

interface VersionsDrawerProps {
  readonly flowKey: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Puts the diagram of a version on the canvas, where it becomes the draft once it is saved. */
  readonly onLoad: (xml: string) => void;
}

/** The published versions, each unchangeable, with who published it and its fingerprint. */
export function VersionsDrawer({ flowKey, open, onClose, onLoad }: VersionsDrawerProps): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useQuery({ queryKey: ['versions', flowKey], queryFn: () => findVersions(flowKey), enabled: open });

  async function load(number: number): Promise<void> {
    const { xml } = await getVersion(flowKey, number);
    if (xml) onLoad(xml);
    onClose();
  }

  return (
    <Drawer title={t('已发布的版本')} open={open} onClose={onClose} size={420}>
      {!data && (error ? <Refusal error={error} /> : <Loading />)}
      {data?.length === 0 && <p>{t('还没有发布过。')}</p>}
      <ul className="documents">
        {data?.map((version) => (
          <li key={version.number}>
            <p className="document-title">{t('第 {{n}} 版', { n: version.number })}</p>
            <p className="quiet">
              {version.publishedBy} · {momentText(version.publishedAt)}
            </p>
            <p className="quiet">
              SHA-256 <code>{version.hash.slice(0, 16)}…</code>
            </p>
            <Button size="small" onClick={() => void load(version.number)}>
              {t('载入第 {{n}} 版到画布', { n: version.number })}
            </Button>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
