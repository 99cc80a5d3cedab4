import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export interface FlowDiagramProps {
  readonly xml: string;
  readonly done: readonly string[];
  readonly active: readonly string[];
}

interface Canvas {
  zoom(level?: 'fit-viewport' | number, centre?: 'auto'): number;
  addMarker(element: string, marker: string): void;
}

/** A read-only diagram; steps that are done and steps at work are marked by colour and, for those who see none, by the legend's names. */
export function FlowDiagram({ xml, done, active }: FlowDiagramProps): ReactElement {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [broken, setBroken] = useState(false);
  const marks = JSON.stringify({ done, active });

  useEffect(() => {
    let cancelled = false;
    const viewer = new NavigatedViewer({ container: place.current as HTMLDivElement });
    viewer
      .importXML(xml)
      .then(() => {
        // React may have taken the page away while the diagram was read.
        if (cancelled) return;
        const canvas = viewer.get<Canvas>('canvas');
        const registry = viewer.get<{ get(id: string): unknown }>('elementRegistry');
        const known = JSON.parse(marks) as { done: string[]; active: string[] };
        for (const id of known.done) if (registry.get(id)) canvas.addMarker(id, 'step-done');
        for (const id of known.active) if (registry.get(id)) canvas.addMarker(id, 'step-active');
        canvas.zoom('fit-viewport', 'auto');
        // Fitted to the edge, the outermost shapes would lose their outlines.
        canvas.zoom(canvas.zoom() * 0.94, 'auto');
      })
      .catch(() => !cancelled && setBroken(true));
    return () => {
      cancelled = true;
      viewer.destroy();
    };
  }, [xml, marks]);

  return (
    <figure className="flow-view">
      <figcaption>
        <span className="legend done">{t('已完成')}</span>
        <span className="legend active">{t('办理中')}</span>
        <span className="legend">{t('尚未到达')}</span>
      </figcaption>
      {broken && <p role="alert">{t('流程图无法显示。')}</p>}
      <div ref={place} className="flow-canvas" role="group" aria-label={t('流程图')} />
    </figure>
  );
}
