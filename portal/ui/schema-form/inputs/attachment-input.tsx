import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceInput } from './choice-input.js';
import type { InputProps } from './input-props.js';

interface AttachmentInputProps extends InputProps {
  /** The files that the case has already. */
  readonly files: readonly { id: string; name: string }[];
}

/** A file that answers a question: one of those uploaded with the materials. */
export function AttachmentInput({ files, ...input }: AttachmentInputProps): ReactElement {
  const { t } = useTranslation();
  if (files.length === 0) return <p>{t('请先在“传材料”中上传文件，再回到这里选择。')}</p>;
  return <ChoiceInput {...input} choices={files.map((file) => ({ value: file.id, label: file.name }))} />;
}
