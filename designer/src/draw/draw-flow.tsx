import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loading } from '../../../portal/ui/shell/loading.js';
import { Refusal } from '../../../portal/ui/shell/refusal.js';
import { getFlow } from '../api.js';
import { FlowDesk } from './flow-desk.js';

/** Opens the draft of one flow. While it is drawn the draft is not fetched again, so that nothing on the canvas is lost. */
export function DrawFlow(): ReactElement {
  const { t } = useTranslation();
  const { flowKey = '' } = useParams();
  const [opened] = useState(() => Date.now());
  const { data, error } = useQuery({ queryKey: ['draft', flowKey, opened], queryFn: () => getFlow(flowKey), staleTime: Infinity, refetchOnWindowFocus: false });
  if (!data) return error ? <Refusal error={error} /> : <Loading />;
  return (
    <section aria-label={t('流程 {{name}}', { name: data.name })}>
      <FlowDesk key={flowKey} flow={data} />
    </section>
  );
}
