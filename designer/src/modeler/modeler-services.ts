/** The few parts of bpmn-js that the designer uses; the library itself has no types for them. */
export interface BusinessObject {
  readonly id: string;
  readonly $type: string;
  get(name: string): unknown;
  $instanceOf(type: string): boolean;
  $parent?: BusinessObject;
}

export interface DiagramElement {
  readonly id: string;
  readonly type: string;
  readonly businessObject: BusinessObject;
  readonly labelTarget?: DiagramElement;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

export interface Viewbox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly inner: { x: number; y: number; width: number; height: number };
  readonly outer: { width: number; height: number };
}

export interface Canvas {
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  getRootElement(): DiagramElement;
  scrollToElement(element: DiagramElement, padding: number): void;
  viewbox(): Viewbox;
  viewbox(box: { x: number; y: number; width: number; height: number }): void;
  zoom(level: 'fit-viewport' | number, centre?: 'auto'): number;
}

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined;
  forEach(visit: (element: DiagramElement) => void): void;
}

export interface Modeling {
  updateProperties(element: DiagramElement, properties: Record<string, unknown>): void;
  updateModdleProperties(element: DiagramElement, holder: unknown, properties: Record<string, unknown>): void;
}

export interface Selection {
  get(): DiagramElement[];
  select(element: DiagramElement | null): void;
}

export interface EventBus {
  on(event: string, listener: (event: never) => void): void;
}

export interface CommandStack {
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
}

export interface BpmnFactory {
  create(type: string, properties: Record<string, unknown>): BusinessObject;
}

/** What a modeler gives by name. */
export interface ModelerServices {
  canvas: Canvas;
  elementRegistry: ElementRegistry;
  modeling: Modeling;
  selection: Selection;
  eventBus: EventBus;
  commandStack: CommandStack;
  bpmnFactory: BpmnFactory;
}
