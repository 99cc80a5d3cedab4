import { Button, Progress } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaterialView } from '../../../src/api/contract.js';
import { removeAttachment } from '../api/cases.js';
import { uploadFile } from '../api/upload-file.js';
import { useLanguage } from '../i18n/use-language.js';
import { Refusal } from '../shell/refusal.js';

const largestBytes = 50 * 1024 * 1024;

interface MaterialUploadProps {
  readonly caseId: string;
  readonly material: MaterialView;
  readonly editable: boolean;
  readonly onChanged?: () => void;
}

/** The files of one material; where it is open, adding and taking away, with the progress of what is being sent. */
export function MaterialUpload({ caseId, material, editable, onChanged }: MaterialUploadProps): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number>();
  const [refusal, setRefusal] = useState<unknown>();
  const [tooLarge, setTooLarge] = useState(false);

  async function carryOut(work: () => Promise<unknown>): Promise<void> {
    setRefusal(undefined);
    try {
      await work();
      onChanged?.();
    } catch (error) {
      setRefusal(error);
    } finally {
      setShare(undefined);
    }
  }

  async function send(files: readonly File[]): Promise<void> {
    setTooLarge(files.some((file) => file.size > largestBytes));
    for (const file of files.filter((each) => each.size <= largestBytes)) {
      setShare(0);
      await carryOut(() => uploadFile(caseId, material.key, file, setShare));
    }
  }

  const name = either(material.nameZh, material.nameEn);
  return (
    <div className="material-files">
      {material.attachments.map((file) => (
        <p key={file.id}>
          <a href={`/api/v1/attachments/${file.id}/content`} target="_blank" rel="noreferrer">
            {file.name}
          </a>{' '}
          <span className="quiet">{sizeText(file.size)}</span>{' '}
          {editable && (
            <Button size="small" aria-label={t('删除文件 {{name}}', { name: file.name })} onClick={() => void carryOut(() => removeAttachment(file.id))}>
              {t('删除')}
            </Button>
          )}
        </p>
      ))}
      {editable && (
        <>
          <input
            ref={picker}
            type="file"
            hidden
            multiple
            data-material={material.key}
            accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff,.docx,.xlsx,.zip,.ofd,.dwg"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = '';
              void send(files);
            }}
          />
          <Button onClick={() => picker.current?.click()} disabled={share !== undefined} aria-label={t('上传 {{name}}', { name })}>
            {t('上传文件')}
          </Button>
          <span className="quiet"> {t('PDF、图片、DOCX、XLSX、OFD、DWG，不超过 50 MB')}</span>
          {share !== undefined && <Progress percent={Math.round(share * 100)} size="small" aria-label={t('上传进度')} />}
          {tooLarge && (
            <p className="field-error" role="alert">
              {t('文件超过 50 MB，请压缩或拆分后上传。')}
            </p>
          )}
          <Refusal error={refusal} />
        </>
      )}
    </div>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
