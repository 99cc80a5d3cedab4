import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { FlowView } from '../../../src/api/contract.js';
import { findFlows, getFlow } from '../api.js';

/** The diagrams of all other flows by key, for checks that look into what is called; undefined until they are there. The same object as long as no diagram changes. */
export function useCalledFlows(flowKey: string): Readonly<Record<string, string>> | undefined {
  const { data } = useQuery({ queryKey: ['flows'], queryFn: findFlows });
  const others = (data?.items ?? []).filter((flow) => flow.key !== flowKey);
  const flows = useQueries({ queries: others.map(({ key }) => ({ queryKey: ['flow', key], queryFn: () => getFlow(key), staleTime: 60_000 })), combine: diagramsByKey });
  return data ? flows : undefined;
}

function diagramsByKey(flows: UseQueryResult<FlowView>[]): Record<string, string> | undefined {
  if (flows.some((flow) => flow.isPending)) return undefined;
  return Object.fromEntries(flows.flatMap(({ data }) => (data ? [[data.key, data.xml]] : [])));
}
