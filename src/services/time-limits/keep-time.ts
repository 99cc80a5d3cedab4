/** Does the duties of the clock at once and then every minute, never two at a time; a failure is told and tried again a minute later. */
export class TimeKeeper {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly duties: () => Promise<unknown>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  start(everyMillis = 60_000): void {
    this.timer = setInterval(() => this.tick(), everyMillis);
    this.timer.unref();
    this.tick();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private tick(): void {
    this.running ??= this.duties()
      .then(() => undefined, this.onFailure)
      .finally(() => (this.running = undefined));
  }
}
