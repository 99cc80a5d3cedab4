import { useEffect } from 'react';
import type { FlowCheckView, Finding } from '../../../src/api/contract.js';
import type { FlowModeler } from '../modeler/create-modeler.js';

/** Marks on the canvas what the findings name, and the way that the chosen counter-example takes. */
export function useMarkers(modeler: FlowModeler | undefined, check: FlowCheckView | undefined, chosen: Finding | undefined): void {
  useEffect(() => mark(modeler, markersOf(check, chosen)), [modeler, check, chosen]);
}

function markersOf(check: FlowCheckView | undefined, chosen: Finding | undefined): [string, string][] {
  const found = (check?.findings ?? []).flatMap((finding) => finding.elements.map((element): [string, string] => [element, `finding-${finding.severity}`]));
  return [...found, ...(chosen?.path ?? []).map((element): [string, string] => [element, 'counter-example'])];
}

function mark(modeler: FlowModeler | undefined, markers: [string, string][]): (() => void) | undefined {
  if (!modeler) return undefined;
  const registry = modeler.service('elementRegistry');
  const canvas = modeler.service('canvas');
  const there = markers.filter(([element]) => registry.get(element));
  for (const [element, marker] of there) canvas.addMarker(element, marker);
  return () => {
    for (const [element, marker] of there) if (registry.get(element)) canvas.removeMarker(element, marker);
  };
}
