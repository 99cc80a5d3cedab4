/** A plain page that reads the OpenAPI document aloud: every route with permission, parameters and body. No scripts, so any CSP allows it. */
export function docsPage(document: Record<string, unknown>): string {
  const paths = document.paths as Record<string, Record<string, { summary: string; 'x-permission': unknown; parameters?: { name: string; in: string; required: boolean }[]; requestBody?: unknown; responses: Record<string, { description: string }> }>>;
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const parameters = (operation.parameters ?? []).map((parameter) => `${escape(parameter.name)}${parameter.required ? '*' : ''}`).join(', ');
      const body = operation.requestBody ? ` <code>${escape(bodyName(operation.requestBody))}</code>` : '';
      const may = Array.isArray(operation['x-permission']) ? operation['x-permission'].join(', ') : String(operation['x-permission']);
      return `<tr><td><code>${method.toUpperCase()} ${escape(path)}</code></td><td>${escape(operation.summary)}</td><td>${escape(may)}</td><td>${parameters}${body}</td><td>${escape(Object.values(operation.responses)[0]?.description ?? '')}</td></tr>`;
    }),
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API 说明</title></head><body><h1>和林格尔新区一站式审批 API</h1><p>OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a></p><table border="1" cellpadding="6"><thead><tr><th>Route</th><th>Does</th><th>Who may</th><th>Parameters, body</th><th>Answers</th></tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`;
}

const bodyName = (body: unknown): string => JSON.stringify(body).match(/schemas\/(\w+)/)?.[1] ?? '';
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string);
