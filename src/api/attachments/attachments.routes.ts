import { unlink } from 'node:fs/promises';
import multer, { MulterError } from 'multer';
import { DomainError } from '../../errors/domain-error.js';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import { attachMaterial, LARGEST_FILE_BYTES, readAttachment, removeAttachment } from '../../services/materials/attach-material.js';
import { attachToWork } from '../../services/materials/attach-to-work.js';
import { workers } from '../../services/work-items/gestures.js';
import type { ApiContext } from '../api-context.js';
import { presentAttachment } from '../cases/cases.presenter.js';
import { sendFile } from '../documents/documents.routes.js';
import { route, type Route } from '../route.js';

export function attachmentRoutes({ services, uploadDir }: ApiContext): Route[] {
  const receive = multer({ dest: uploadDir, limits: { fileSize: LARGEST_FILE_BYTES, files: 1, fields: 4, fieldSize: 1_000, fieldNameSize: 40, parts: 6 }, defParamCharset: 'utf8' }).single('file');
  return [
    route({ method: 'post', path: '/attachments', may: workers, does: 'Add a file (multipart field `file`) to the material of a case (fields `caseId`, `material`), or to the form of a piece of work on one\'s desk (fields `workItem`, `field`)', answers: 'AttachmentView', status: 201, handle: async ({ actor, request, response, onceKey }) => {
      await new Promise<void>((resolve, reject) => receive(request, response, (error: unknown) => (error ? reject(multipartRefusal(error)) : resolve())));
      const { caseId, material, workItem, field } = fieldsOf(request.body);
      if (request.file && workItem && field) {
        const { path, originalname: name, size } = request.file;
        return presentAttachment(await answerOnce(services, actor, onceKey, ['workAttachment', workItem, field, name, size], () => attachToWork(services, actor, { workItem, field, path, name, size })));
      }
      const errors = [...(request.file ? [] : [{ pointer: '/file', message: '请选择文件' }]), ...(caseId ? [] : [{ pointer: '/caseId', message: '请指明办件' }]), ...(material ? [] : [{ pointer: '/material', message: '请指明材料' }])];
      if (!request.file || !caseId || !material) {
        if (request.file) await unlink(request.file.path);
        throw new DomainError('REQUEST_INVALID', { errors });
      }
      const { path, originalname, size } = request.file;
      return presentAttachment(await answerOnce(services, actor, onceKey, ['attachment', caseId, material, originalname, size], () => attachMaterial(services, actor, { caseId, material, path, name: originalname, size })));
    } }),
    route({ method: 'get', path: '/attachments/:id/content', may: 'signedIn', does: 'An uploaded file', answers: 'The file', handle: async ({ actor, params, response }) => {
      const { attachment, bytes } = await readAttachment(services, actor, params.id as string);
      sendFile(response, { bytes, mediaType: attachment.mediaType, name: attachment.name });
    } }),
    route({ method: 'delete', path: '/attachments/:id', may: workers, does: 'Take a file out of a draft or of open work', answers: 'Nothing', handle: ({ actor, params }) => removeAttachment(services, actor, params.id as string) }),
  ];
}

/** The fields that were sent once, as text; a field that comes twice or nested says nothing. */
function fieldsOf(body: unknown): { caseId?: string; material?: string; workItem?: string; field?: string } {
  return Object.fromEntries(Object.entries((body ?? {}) as Record<string, unknown>).filter(([, value]) => typeof value === 'string'));
}

/** A body that breaks off or says no boundary is the sender's fault; a full disk is not. */
function multipartRefusal(error: unknown): unknown {
  if (error instanceof MulterError || (error as NodeJS.ErrnoException).syscall !== undefined) return error;
  return new DomainError('REQUEST_INVALID', { errors: [{ pointer: '/file', message: '上传内容不是完整的 multipart/form-data' }] });
}
