import { lazy, Suspense, type ReactElement } from 'react';
import { Loading } from '../shell/loading.js';
import type { FlowDiagramProps } from './flow-diagram.js';

const FlowDiagram = lazy(() => import('./flow-diagram.js').then((module) => ({ default: module.FlowDiagram })));

/** The flow of a case with its progress; the drawing code is fetched only where a diagram is looked at. */
export function FlowView(props: FlowDiagramProps): ReactElement {
  return (
    <Suspense fallback={<Loading />}>
      <FlowDiagram {...props} />
    </Suspense>
  );
}
