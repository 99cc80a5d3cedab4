import { codedText } from './coded-text.js';

/** The id that an upload answered. */
export function isAttachmentId(value: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/.test(value);
}

export function IsAttachmentId(): PropertyDecorator {
  return codedText({ name: 'isAttachmentId', test: isAttachmentId, pattern: '^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$', zh: '请上传文件', en: 'Upload a file' });
}
