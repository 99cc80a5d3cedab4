import { parentPort } from 'node:worker_threads';
import { makeDocument, type DocumentJob } from '../../documents/make-document.js';

/** The thread in which pages are rendered and sealed: each costs a few milliseconds of CPU that requests should not wait for. */
parentPort?.on('message', ({ id, job }: { id: number; job: DocumentJob }) => {
  makeDocument(job).then(
    (pdf) => parentPort?.postMessage({ id, pdf }),
    (error: Error) => parentPort?.postMessage({ id, failure: error.message }),
  );
});
