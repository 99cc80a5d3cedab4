import { Worker } from 'node:worker_threads';
import type { DocumentJob } from '../../documents/make-document.js';

const IDLE_MILLIS = 60_000;

interface Waiting {
  resolve: (pdf: Uint8Array) => void;
  reject: (error: Error) => void;
}

/** Makes documents in a thread of its own; the thread goes when nothing was asked of it for a minute, and its fonts with it. */
export class DocumentWorkshop {
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;

  async make(job: DocumentJob): Promise<Buffer> {
    // Where the sources run untranslated (tests, development) a thread could not load them.
    if (import.meta.url.endsWith('.ts')) return Buffer.from(await (await import('../../documents/make-document.js')).makeDocument(job));
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.startWorker());
    const id = this.nextId++;
    try {
      const pdf = await new Promise<Uint8Array>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        worker.postMessage({ id, job });
      });
      return Buffer.from(pdf);
    } finally {
      this.waiting.delete(id);
      if (this.waiting.size === 0) this.rest();
    }
  }

  async stop(): Promise<void> {
    clearTimeout(this.idle);
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private startWorker(): Worker {
    const worker = new Worker(new URL('./document-thread.js', import.meta.url));
    worker.on('message', ({ id, pdf, failure }: { id: number; pdf?: Uint8Array; failure?: string }) => {
      const job = this.waiting.get(id);
      if (pdf) job?.resolve(pdf);
      else job?.reject(new Error(failure ?? 'The document thread gave no answer'));
    });
    worker.on('error', (error) => this.fail(error as Error));
    worker.unref();
    return worker;
  }

  private fail(error: Error): void {
    this.worker = undefined;
    for (const job of this.waiting.values()) job.reject(error);
  }

  private rest(): void {
    this.idle = setTimeout(() => void this.stop(), IDLE_MILLIS);
    this.idle.unref();
  }
}
