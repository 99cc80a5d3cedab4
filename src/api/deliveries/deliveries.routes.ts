import { confirmReceipt, findService } from '../../services/deliveries/serve-document.js';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import type { ApiContext } from '../api-context.js';
import { CaseIdQuery } from '../cases/cases.request.js';
import { route, type Route } from '../route.js';

/** Service of documents 送达. Serving is an action of the stage case (`deliver` in the flow, `serve` beside it). */
export function deliveryRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/deliveries', may: 'signedIn', does: 'What was served, until when it has to be, and until when it may be attacked', query: CaseIdQuery, answers: 'Service', handle: async ({ actor, query }) => {
      const { served, deliverBy } = await findService(services, actor, query.caseId);
      const items = served.map(({ delivery, effectiveOn, documents, remedies }) => ({
        id: delivery.id,
        way: delivery.way,
        recipient: delivery.recipient,
        deliveredOn: delivery.deliveredOn,
        effectiveOn,
        confirmedOn: (delivery.receipt as { confirmedOn?: string }).confirmedOn ?? null,
        documents: documents.map(({ id, number, title, kind }) => ({ id, number, title, kind })),
        ...(remedies && { remedies }),
      }));
      return { items, total: items.length, deliverBy };
    } }),
    route({ method: 'post', path: '/deliveries/:id/receipt', may: ['enterprise'], does: 'Confirm that the documents arrived', answers: 'The delivery', handle: ({ actor, params, onceKey }) => answerOnce(services, actor, onceKey, ['receipt', params.id], () => confirmReceipt(services, actor, params.id as string)) }),
  ];
}
