import type { AttachmentView, Problem } from '../../../src/api/contract.js';
import { ApiProblem } from './api-problem.js';
import { addressOf, newOnceKey, unexpectedAnswer } from './call.js';

/** Sends a file for a material of a case; `onProgress` hears the share sent so far (0 to 1), which fetch cannot tell. */
export function uploadFile(caseId: string, material: string, file: File, onProgress: (share: number) => void): Promise<AttachmentView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('/attachments'));
    request.setRequestHeader('Idempotency-Key', newOnceKey());
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new ApiProblem(unexpectedAnswer(0)));
    request.onload = () => (request.status < 300 ? resolve(request.response as AttachmentView) : reject(new ApiProblem((request.response as Problem | null) ?? unexpectedAnswer(request.status))));
    const parts = new FormData();
    // The fields stand before the file, so that the server knows where it belongs while it arrives.
    parts.append('caseId', caseId);
    parts.append('material', material);
    parts.append('file', file);
    request.send(parts);
  });
}
