import http from 'node:http';
import { randomUUID } from 'node:crypto';

/** Posts one action over a kept connection; plain node:http, so that the caller costs as little as it can. */
export class HttpCallers {
  private readonly agent: http.Agent;

  constructor(
    private readonly base: string,
    private readonly token: string,
    connections: number,
  ) {
    // Less than the server keeps an idle connection, so that none is taken up again as the server closes it.
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections, timeout: 3_000 });
  }

  act(caseId: string, body: unknown): Promise<{ version: number }> {
    const text = JSON.stringify(body);
    const { hostname, port } = new URL(this.base);
    return new Promise((resolve, reject) => {
      const request = http.request(
        { agent: this.agent, hostname, port, method: 'POST', path: `/api/v1/cases/${caseId}/actions`, headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text), 'Idempotency-Key': randomUUID() } },
        (response) => {
          let answer = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (answer += part));
          response.on('end', () => (response.statusCode === 200 ? resolve(JSON.parse(answer) as { version: number }) : reject(new Error(`${response.statusCode} ${answer}`))));
        },
      );
      request.on('error', reject);
      request.end(text);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
