import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import Modeler from 'bpmn-js/lib/Modeler';
import approval from '../../../src/workflows/bpmn/approval-extension.json';
import type { ModelerServices } from './modeler-services.js';
import { translateModule } from './translate.js';

export interface FlowModeler {
  importXml(xml: string): Promise<void>;
  saveXml(): Promise<string>;
  service<Name extends keyof ModelerServices>(name: Name): ModelerServices[Name];
  destroy(): void;
}

/** A bpmn-js modeler that knows our `oa:` attributes and speaks the language of the page. */
export function createModeler(container: HTMLElement, language: string): FlowModeler {
  const modeler = new Modeler({ container, moddleExtensions: { oa: approval }, additionalModules: [translateModule(language)] });
  return {
    importXml: async (xml) => {
      await modeler.importXML(xml);
      fitBesidePalette(modeler.get<ModelerServices['canvas']>('canvas'));
    },
    saveXml: async () => (await modeler.saveXML({ format: true })).xml ?? '',
    service: (name) => modeler.get(name),
    destroy: () => modeler.destroy(),
  };
}

const palette = 136;
const margin = 24;

/** Shows the whole diagram right of the palette, which would cover its start; never larger than drawn. */
function fitBesidePalette(canvas: ModelerServices['canvas']): void {
  canvas.zoom(1);
  const { inner, outer } = canvas.viewbox();
  if (outer.width === 0 || inner.width === 0) return;
  const scale = Math.min(1, (outer.width - palette - margin) / inner.width, (outer.height - 2 * margin) / inner.height);
  canvas.viewbox({ x: inner.x - palette / scale, y: inner.y - margin / scale, width: outer.width / scale, height: outer.height / scale });
}
