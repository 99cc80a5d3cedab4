import multer from 'multer';
import { DomainError } from '../../errors/domain-error.js';
import { attachMaterial, LARGEST_FILE_BYTES, readAttachment, removeAttachment } from '../../services/materials/attach-material.js';
import type { ApiContext } from '../api-context.js';
import { presentAttachment } from '../cases/cases.presenter.js';
import { sendFile } from '../documents/documents.routes.js';
import { route, type Route } from '../route.js';

export function attachmentRoutes({ services, uploadDir }: ApiContext): Route[] {
  const receive = multer({ dest: uploadDir, limits: { fileSize: LARGEST_FILE_BYTES, files: 1, fields: 4, fieldSize: 1_000, fieldNameSize: 40, parts: 6 }, defParamCharset: 'utf8' }).single('file');
  return [
    route({ method: 'post', path: '/attachments', may: ['enterprise', 'clerk'], does: 'Add a file (multipart field `file`) to the material of a case (fields `caseId`, `material`)', answers: 'AttachmentView', status: 201, handle: async ({ actor, request, response }) => {
      await new Promise<void>((resolve, reject) => receive(request, response, (error: unknown) => (error ? reject(error) : resolve())));
      const { caseId, material } = (request.body ?? {}) as { caseId?: string; material?: string };
      const errors = [...(request.file ? [] : [{ pointer: '/file', message: '请选择文件' }]), ...(caseId ? [] : [{ pointer: '/caseId', message: '请指明办件' }]), ...(material ? [] : [{ pointer: '/material', message: '请指明材料' }])];
      if (!request.file || !caseId || !material) throw new DomainError('REQUEST_INVALID', { errors });
      const { path, originalname, size } = request.file;
      return presentAttachment(await attachMaterial(services, actor, { caseId, material, path, name: originalname, size }));
    } }),
    route({ method: 'get', path: '/attachments/:id/content', may: 'signedIn', does: 'An uploaded file', answers: 'The file', handle: async ({ actor, params, response }) => {
      const { attachment, bytes } = await readAttachment(services, actor, params.id as string);
      sendFile(response, { bytes, mediaType: attachment.mediaType, name: attachment.name });
    } }),
    route({ method: 'delete', path: '/attachments/:id', may: ['enterprise', 'clerk'], does: 'Take a file out of a draft', answers: 'Nothing', handle: ({ actor, params }) => removeAttachment(services, actor, params.id as string) }),
  ];
}
