import { useQueries, useQuery } from '@tanstack/react-query';
import { findFlows, getFlow } from '../api.js';

/** The diagrams of all other flows by key, for checks that look into what is called; undefined until they are there. */
export function useCalledFlows(flowKey: string): Readonly<Record<string, string>> | undefined {
  const { data } = useQuery({ queryKey: ['flows'], queryFn: findFlows });
  const others = (data?.items ?? []).filter((flow) => flow.key !== flowKey);
  const flows = useQueries({ queries: others.map(({ key }) => ({ queryKey: ['flow', key], queryFn: () => getFlow(key), staleTime: 60_000 })) });
  if (!data || flows.some((flow) => flow.isPending)) return undefined;
  return Object.fromEntries(flows.flatMap(({ data: flow }) => (flow ? [[flow.key, flow.xml]] : [])));
}
