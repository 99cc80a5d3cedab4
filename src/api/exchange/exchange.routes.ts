import { exportStatuses } from '../../services/exchange/export-statuses.js';
import type { ApiContext } from '../api-context.js';
import { route, type Route } from '../route.js';

/** What other systems take over. */
export function exchangeRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/cases/:id/exchange', may: ['clerk', 'secretary', 'leader', 'supervisor', 'admin'], does: 'The statuses of the items in the codes of the construction approval data exchange, numbered in their order', answers: 'List of ExchangeStatus', handle: async ({ actor, params }) => {
      const items = await exportStatuses(services, actor, params.id as string);
      return { items, total: items.length };
    } }),
  ];
}
