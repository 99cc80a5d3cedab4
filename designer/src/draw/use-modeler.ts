import { useEffect, useRef, useState, type RefObject } from 'react';
import type { DiagramElement } from '../modeler/modeler-services.js';
import { createModeler, type FlowModeler } from '../modeler/create-modeler.js';

export interface DrawnFlow {
  readonly place: RefObject<HTMLDivElement | null>;
  /** There once the diagram is on the canvas. */
  readonly modeler?: FlowModeler;
  readonly selected?: DiagramElement;
  /** Grows with every change on the canvas; 0 is the diagram as it was loaded. */
  readonly changes: number;
  readonly error?: Error;
}

/** Puts a diagram on a canvas and tells of changes and selections. Another `xml` or language starts anew. */
export function useModeler(xml: string, language: string): DrawnFlow {
  const place = useRef<HTMLDivElement>(null);
  const [modeler, setModeler] = useState<FlowModeler>();
  const [selected, setSelected] = useState<DiagramElement>();
  const [changes, setChanges] = useState(0);
  const [error, setError] = useState<Error>();

  useEffect(() => {
    let cancelled = false;
    const created = createModeler(place.current as HTMLDivElement, language);
    setChanges(0);
    setError(undefined);
    created
      .importXml(xml)
      .then(() => {
        // React may have taken the page away while the diagram was read.
        if (cancelled) return;
        const bus = created.service('eventBus');
        bus.on('selection.changed', ({ newSelection }: { newSelection: DiagramElement[] }) => setSelected(newSelection.length === 1 ? newSelection[0] : undefined));
        bus.on('commandStack.changed', () => setChanges((count) => count + 1));
        setModeler(created);
      })
      .catch((failure: unknown) => !cancelled && setError(failure as Error));
    return () => {
      cancelled = true;
      setModeler(undefined);
      setSelected(undefined);
      created.destroy();
    };
  }, [xml, language]);

  return { place, modeler, selected, changes, error };
}
