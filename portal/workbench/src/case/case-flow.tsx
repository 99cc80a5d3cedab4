import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { getDiagram } from '../../../ui/api/cases.js';
import { FlowView } from '../../../ui/case/flow-view.js';
import { Loading } from '../../../ui/shell/loading.js';
import { Refusal } from '../../../ui/shell/refusal.js';

/** The flow that the case is pinned to, with its progress. */
export function CaseFlow({ caseId }: { caseId: string }): ReactElement {
  const { data, error } = useQuery({ queryKey: ['diagram', caseId], queryFn: () => getDiagram(caseId) });
  if (!data) return error ? <Refusal error={error} /> : <Loading />;
  return (
    <div className="card">
      <FlowView xml={data.xml} done={data.done} active={data.active} />
    </div>
  );
}
