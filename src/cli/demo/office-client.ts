/** Talks to a running server over HTTP as one person, as an outsider's script would. */
export class OfficeClient {
  private token: string | undefined;

  constructor(
    private readonly base: string,
    readonly username: string,
  ) {}

  async signIn(password: string): Promise<void> {
    const { token } = await this.post<{ token: string }>('/sessions', { username: this.username, password });
    this.token = token;
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.send<T>('POST', path, body);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.send<T>('PUT', path, body);
  }

  /** Uploads one file to a material of a case. */
  async upload(caseId: string, material: string, name: string, bytes: Uint8Array): Promise<void> {
    const form = new FormData();
    form.set('caseId', caseId);
    form.set('material', material);
    form.set('file', new Blob([Uint8Array.from(bytes)], { type: 'application/pdf' }), name);
    await this.answerOf(await fetch(`${this.base}/api/v1/attachments`, { method: 'POST', headers: this.headers(), body: form }));
  }

  async download(path: string): Promise<Buffer> {
    const response = await fetch(`${this.base}/api/v1${path}`, { headers: this.headers() });
    if (!response.ok) await this.answerOf(response);
    return Buffer.from(await response.arrayBuffer());
  }

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.base}/api/v1${path}`, {
      method,
      headers: { ...this.headers(), ...(body !== undefined && { 'Content-Type': 'application/json' }), ...(method === 'POST' && { 'Idempotency-Key': crypto.randomUUID() }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return (await this.answerOf(response)) as T;
  }

  private async answerOf(response: Response): Promise<unknown> {
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (response.ok) return answer;
    const { code, detail, errors } = (answer ?? {}) as { code?: string; detail?: string; errors?: { pointer: string; message: string }[] };
    const fields = errors?.map((error) => `${error.pointer} ${error.message}`).join('; ');
    throw new OfficeRefusal(response.status, code ?? '', `${this.username}: ${detail ?? response.statusText}${fields ? ` (${fields})` : ''}`);
  }

  private headers(): Record<string, string> {
    return this.token === undefined ? {} : { Authorization: `Bearer ${this.token}` };
  }
}

/** A refusal of the server, with its status and stable code. */
export class OfficeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
