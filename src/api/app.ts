import compression from 'compression';
import express, { type Express } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { DomainError } from '../errors/domain-error.js';
import type { ApiContext } from './api-context.js';
import { attachmentRoutes } from './attachments/attachments.routes.js';
import { calendarRoutes } from './calendar/calendar.routes.js';
import { caseRoutes } from './cases/cases.routes.js';
import { countersigningRoutes } from './countersignings/countersignings.routes.js';
import { readingCopyRoutes } from './reading-copies/reading-copies.routes.js';
import { correctionRoutes } from './corrections/corrections.routes.js';
import { decisionRoutes } from './decisions/decisions.routes.js';
import { delegationRoutes } from './delegations/delegations.routes.js';
import { deliveryRoutes } from './deliveries/deliveries.routes.js';
import { deputyRoutes } from './deputies/deputies.routes.js';
import { documentRoutes } from './documents/documents.routes.js';
import { flowRoutes } from './flows/flows.routes.js';
import { formRoutes } from './forms/forms.routes.js';
import { durationRoutes } from './audit/durations.routes.js';
import { exchangeRoutes } from './exchange/exchange.routes.js';
import { invariantRoutes } from './audit/invariants.routes.js';
import { thirdPartyRoutes } from './third-parties/third-parties.routes.js';
import { hearingRoutes } from './hearings/hearings.routes.js';
import { incidentRoutes } from './incidents/incidents.routes.js';
import { interventionRoutes } from './interventions/interventions.routes.js';
import { itemRoutes } from './items/items.routes.js';
import { messageRoutes } from './messages/messages.routes.js';
import { noSuchRoute, problem } from './middleware/problem.js';
import { refuseStrangeKeys } from './middleware/refuse-strange-keys.js';
import { requestId } from './middleware/request-id.js';
import { requestLog } from './middleware/request-log.js';
import { securityHeaders } from './middleware/security-headers.js';
import { mountRoutes } from './mount-routes.js';
import { docsPage } from './openapi/docs-page.js';
import { openApiDocument } from './openapi/openapi-document.js';
import { pauseRoutes } from './pauses/pauses.routes.js';
import { peopleRoutes } from './people/people.routes.js';
import { projectRoutes } from './projects/projects.routes.js';
import { permitRoutes } from './permits/permits.routes.js';
import { promiseRoutes } from './promises/promises.routes.js';
import { publicRoutes } from './public/public.routes.js';
import type { Route } from './route.js';
import { sessionRoutes } from './sessions/sessions.routes.js';
import { workItemRoutes } from './work-items/work-items.routes.js';

export interface AppOptions {
  log: Logger;
  version: string;
  /** Serves the web pages after the API, where they were built. */
  serveWeb?: (app: Express) => void;
  /** Sign-ins a minute and address; protects passwords. */
  signInsPerMinute: number;
}

/** Every route of the product; each line names its permission. */
export function allRoutes(context: ApiContext): Route[] {
  // The router tries them in this order, and nine of ten requests are about cases.
  return [
    ...caseRoutes(context),
    ...sessionRoutes(context),
    ...itemRoutes(context),
    ...formRoutes(context),
    ...projectRoutes(context),
    ...documentRoutes(context),
    ...attachmentRoutes(context),
    ...flowRoutes(context),
    ...decisionRoutes(context),
    ...messageRoutes(context),
    ...incidentRoutes(context),
    ...calendarRoutes(context),
    ...correctionRoutes(context),
    ...pauseRoutes(context),
    ...promiseRoutes(context),
    ...hearingRoutes(context),
    ...thirdPartyRoutes(context),
    ...workItemRoutes(context),
    ...deputyRoutes(context),
    ...countersigningRoutes(context),
    ...readingCopyRoutes(context),
    ...durationRoutes(context),
    ...exchangeRoutes(context),
    ...invariantRoutes(context),
    ...interventionRoutes(context),
    ...deliveryRoutes(context),
    ...permitRoutes(context),
    ...delegationRoutes(context),
    ...peopleRoutes(context),
    ...publicRoutes(context),
  ];
}

/** The whole HTTP side: middleware and routers in order. */
export function createApp(context: ApiContext, { log, version, serveWeb, signInsPerMinute }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(requestId);
  app.use(requestLog(log));
  const metrics = measure(app);
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const ready = await context.services.database.ping();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'database not reachable' });
  });
  app.get('/metrics', async (_request, response) => void response.type(metrics.contentType).send(await metrics.metrics()));

  const routes = allRoutes(context);
  const api = express.Router();
  api.use(securityHeaders({ contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } } }));
  api.use(compressed());
  api.use('/v1/sessions', signInLimit(signInsPerMinute));
  api.use(express.json({ limit: '5mb' }), refuseStrangeKeys);
  api.use('/v1', mountRoutes(routes, context.authenticator));
  const document = openApiDocument(routes, version);
  api.get('/openapi.json', (_request, response) => void response.json(document));
  api.get('/docs', (_request, response) => void response.type('html').send(docsPage(document)));
  api.use(noSuchRoute);
  app.use('/api', api);
  serveWeb?.(app);
  app.use(noSuchRoute);
  app.use(problem(log));
  return app;
}

/** What is read may be long; the answer to an act is a line. */
function compressed(): express.RequestHandler {
  const compress = compression();
  return (request, response, next) => (request.method === 'GET' || request.method === 'HEAD' ? compress(request, response, next) : next());
}

/** Passwords are guessed in series: so many attempts a minute and address, no more. */
function signInLimit(perMinute: number): express.RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    skip: (request) => request.method !== 'POST',
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: (_request, _response, next) => next(new DomainError('TOO_MANY_REQUESTS', { seconds: 60 })),
  });
}

/** Counts requests by route pattern, never by address, so that no case number ends up in a metric. */
function measure(app: Express): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({ name: 'onestop_http_requests_total', help: 'Requests by route', labelNames, registers: [registry] });
  const seconds = new Histogram({ name: 'onestop_http_request_seconds', help: 'Duration of requests', labelNames, buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3], registers: [registry] });
  app.use((request, response, next) => {
    const end = seconds.startTimer();
    response.on('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path;
      const labels = { method: request.method, route: route === undefined ? 'other' : `${request.baseUrl}${route}`, status: String(response.statusCode) };
      requests.inc(labels);
      end(labels);
    });
    next();
  });
  return registry;
}
