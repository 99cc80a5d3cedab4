import { createRequire } from 'node:module';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import type { Route } from '../route.js';

const { defaultMetadataStorage } = createRequire(import.meta.url)('class-transformer/cjs/storage.js') as { defaultMetadataStorage: never };

/** The OpenAPI 3.1 document of all routes, made from the same lines as the router, so that it cannot drift from it. */
export function openApiDocument(routes: readonly Route[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const line of routes) {
    const path = `/api/v1${line.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [line.method]: operationOf(line) };
  }
  const schemas = validationMetadatasToSchemas({ classTransformerMetadataStorage: defaultMetadataStorage, refPointerPrefix: '#/components/schemas/' });
  return {
    openapi: '3.1.0',
    info: { title: '和林格尔新区一站式审批 API', version, description: 'Errors are application/problem+json with a stable code; see docs/ERRORS.md.' },
    paths,
    components: {
      schemas: { ...referredTo(schemas, routes.flatMap((line) => (line.body ? [line.body.name] : []))), Problem: problemSchema },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' }, session: { type: 'apiKey', in: 'cookie', name: 'onestop_session' } },
    },
  };
}

/** The schemas of these names and of all that they point to in turn. */
function referredTo<Schema>(schemas: Record<string, Schema>, names: readonly string[]): Record<string, Schema> {
  const used = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = schemas[name];
    if (schema === undefined || used.has(name)) continue;
    used.add(name);
    for (const [, next] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g)) waiting.push(next as string);
  }
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
}

function operationOf(line: Route): Record<string, unknown> {
  const parameters = [
    ...[...line.path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...queryParameters(line),
    ...(line.method === 'post' && line.may !== 'public' ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 120 } }] : []),
  ];
  return {
    summary: line.does,
    tags: [line.path.split('/')[1]],
    ...(parameters.length > 0 && { parameters }),
    ...(line.body && { requestBody: { required: true, content: { 'application/json': { schema: { $ref: `#/components/schemas/${line.body.name}` } } } } }),
    ...(line.may !== 'public' && { security: [{ bearer: [] }, { session: [] }] }),
    'x-permission': line.may,
    responses: {
      [String(line.status ?? (line.answers === 'Nothing' ? 204 : 200))]: { description: line.answers },
      '4XX': { description: 'Refused, with what is possible instead', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

function queryParameters(line: Route): Record<string, unknown>[] {
  if (!line.query) return [];
  const schemas = validationMetadatasToSchemas({ classTransformerMetadataStorage: defaultMetadataStorage });
  const schema = schemas[line.query.name] as { properties?: Record<string, unknown>; required?: string[] } | undefined;
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({ name, in: 'query', required: schema?.required?.includes(name) ?? false, schema: property }));
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    detailEn: { type: 'string' },
    requestId: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', properties: { pointer: { type: 'string' }, message: { type: 'string' } } } },
    available: { type: 'array', items: { type: 'object' } },
  },
};
