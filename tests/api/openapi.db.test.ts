import { Ajv2020 } from 'ajv/dist/2020.js';
import { allRoutes } from '../../src/api/app.js';
import type { ApiContext } from '../../src/api/api-context.js';
import { Office } from '../support/application.js';
import { startTestProduct, type TestProduct } from '../support/product.js';

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: object;
}
interface Operation {
  summary: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: { $ref: string } }> };
  responses: Record<string, { description: string }>;
  security?: object[];
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

describe('What the product says of itself', () => {
  let test: TestProduct;
  let document: Document;
  const routes = allRoutes({ services: {}, uploadDir: 'unused' } as ApiContext);
  beforeAll(async () => {
    test = await startTestProduct();
    document = (await (await fetch(`${test.product.url}/api/openapi.json`)).json()) as Document;
  }, 60_000);
  afterAll(() => test.remove());

  const operations = (): [string, Operation][] => Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as [string, Operation]));

  it('is an OpenAPI 3.1 document that holds every route once', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toMatchObject({ title: expect.any(String) as string, version: 'test' });
    const told = operations().map(([name]) => name);
    expect(told.sort()).toEqual(routes.map((line) => `${line.method} /api/v1${line.path.replace(/:(\w+)/g, '{$1}')}`).sort());
  });

  it('names for each operation what it does, its parameters and its answers', () => {
    for (const [name, operation] of operations()) {
      expect([name, operation.summary.length > 5, operation.tags.length]).toEqual([name, true, 1]);
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      expect([name, (operation.parameters ?? []).filter((each) => each.in === 'path').map((each) => each.name)]).toEqual([name, inPath]);
      const named = (operation.parameters ?? []).map((each) => `${each.in} ${each.name}`);
      expect([name, new Set(named).size]).toEqual([name, named.length]);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['4XX']));
      for (const status of Object.keys(operation.responses)) expect([name, status]).toEqual([name, expect.stringMatching(/^([1-5]\d\d|[1-5]XX)$/)]);
    }
  });

  it('describes bodies and parameters by JSON Schema that compiles, and points to nothing that is not there', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'https://office.test/openapi', ...document });
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference as string);
    expect(references.length).toBeGreaterThan(20);
    for (const reference of new Set(references)) expect([reference, typeof ajv.compile({ $ref: `https://office.test/openapi${reference}` })]).toEqual([reference, 'function']);
    for (const [name, operation] of operations()) for (const parameter of operation.parameters ?? []) expect([name, parameter.name, typeof ajv.compile(parameter.schema)]).toEqual([name, parameter.name, 'function']);
  });

  it('tells the schema that the server itself goes by', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const accepts = ajv.compile({ $id: 'https://office.test/openapi', ...document, $ref: '#/components/schemas/ActionBody' });
    expect(accepts({ action: 'accept', version: 1, form: {} })).toBe(true);
    expect(accepts({ action: 'accept' })).toBe(false);
    expect(accepts({ action: 7, version: 1 })).toBe(false);
  });

  it('asks for a sign-in exactly where the route is not public', () => {
    for (const line of routes) {
      const operation = document.paths[`/api/v1${line.path.replace(/:(\w+)/g, '{$1}')}`]?.[line.method];
      expect([line.path, operation?.security !== undefined]).toEqual([line.path, line.may !== 'public']);
    }
  });

  it('can be read as a page, and says whether it lives and is ready', async () => {
    const page = await fetch(`${test.product.url}/api/docs`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(await (await fetch(`${test.product.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${test.product.url}/readyz`)).json()).toEqual({ status: 'ready' });
  });

  it('counts requests by route, and no number or id of anybody is in the figures', async () => {
    const office = new Office(test);
    const application = await office.file();
    const { number } = await application.view();
    await fetch(`${test.product.url}/api/v1/${number}/nowhere`);
    await fetch(`${test.product.url}/${application.id}`);
    const response = await fetch(`${test.product.url}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(/onestop_http_requests_total\{method="POST",route="\/api\/v1\/cases\/:id\/actions",status="200"\} [1-9]/);
    for (const secret of [application.id, application.projectId, number]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
});
