/** Runs asynchronous jobs in the order in which they came, never two at once. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(job: () => Promise<T>): Promise<T> {
    const mine = this.last.then(job, job);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
