import { Button, Progress } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/api-problem.js';
import { uploadFile } from '../../api/upload-file.js';
import { useLanguage } from '../../i18n/use-language.js';
import type { InputProps } from './input-props.js';

interface AttachmentInputProps extends InputProps {
  readonly pointer: string;
  readonly caseId?: string;
}

/** A file that answers a question: it is uploaded at once, the form keeps its id. */
export function AttachmentInput({ field, value, change, pointer, caseId }: AttachmentInputProps): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number>();
  const [refusal, setRefusal] = useState<string>();
  const [name, setName] = useState<string>();

  async function send(file: File): Promise<void> {
    if (!caseId) return;
    setRefusal(undefined);
    setShare(0);
    try {
      const attachment = await uploadFile(caseId, `field:${pointer}`, file, setShare);
      setName(attachment.name);
      change(attachment.id);
    } catch (error) {
      setRefusal(error instanceof ApiProblem ? either(error.problem.detail, error.problem.detailEn) : String(error));
    } finally {
      setShare(undefined);
    }
  }

  return (
    <div className="attachment-input">
      <input
        ref={picker}
        type="file"
        hidden
        data-pointer={pointer}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
      {typeof value === 'string' && (
        <p>
          <a href={`/api/v1/attachments/${value}/content`}>{name ?? t('已上传的文件')}</a>{' '}
          <Button size="small" onClick={() => change(undefined)}>
            {t('删除')}
          </Button>
        </p>
      )}
      <Button onClick={() => picker.current?.click()} disabled={!caseId || share !== undefined}>
        {t('上传“{{title}}”', { title: either(field.title, field.titleEn) })}
      </Button>
      {share !== undefined && <Progress percent={Math.round(share * 100)} size="small" aria-label={t('上传进度')} />}
      {refusal && (
        <p className="field-error" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
