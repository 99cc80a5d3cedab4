import { useEffect, useState } from 'react';
import type { FlowCheckView } from '../../../src/api/contract.js';
import type { FlowModeler } from '../modeler/create-modeler.js';
import { checkDiagram } from './check-diagram.js';

const pauseMillis = 400;

/** The findings of what is on the canvas, renewed a moment after each change. */
export function useCheck(modeler: FlowModeler | undefined, changes: number, called: Readonly<Record<string, string>> | undefined): { check?: FlowCheckView; checking: boolean } {
  const [check, setCheck] = useState<FlowCheckView>();
  const [checking, setChecking] = useState(true);

  useEffect(() => {
    if (!modeler || !called) return;
    let cancelled = false;
    setChecking(true);
    const timer = setTimeout(() => {
      modeler
        .saveXml()
        .then((xml) => checkDiagram(xml, called))
        .then((found) => !cancelled && setCheck(found))
        .catch((error: unknown) => console.error(error))
        .finally(() => !cancelled && setChecking(false));
    }, pauseMillis);
    return () => {
      cancelled = true;
      clearTimeout(timer);
    };
  }, [modeler, changes, called]);

  return { check, checking };
}
