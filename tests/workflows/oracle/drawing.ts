/** A diagram in the making: nodes and flows in scopes, written as BPMN 2.0 XML at the end. */
export class Drawing {
  readonly processes: Area[] = [];
  readonly #roots = new Map<string, string>();
  #next = 1;

  id(prefix: string): string {
    return `${prefix}${this.#next++}`;
  }

  process(id: string): Area {
    const area = new Area(id);
    this.processes.push(area);
    return area;
  }

  /** The event definition for a trigger; messages, signals, errors and escalations are declared once by their name. */
  event(kind: string, name = ''): string {
    switch (kind) {
      case 'message':
      case 'signal':
        this.#roots.set(`${kind}_${name}`, `<${kind} id="${kind}_${name}" name="${name}"/>`);
        return `<${kind}EventDefinition ${kind}Ref="${kind}_${name}"/>`;
      case 'error':
      case 'escalation':
        if (name === '') return `<${kind}EventDefinition/>`;
        this.#roots.set(`${kind}_${name}`, `<${kind} id="${kind}_${name}" name="${name}" ${kind}Code="${name}"/>`);
        return `<${kind}EventDefinition ${kind}Ref="${kind}_${name}"/>`;
      case 'timer':
        return `<timerEventDefinition><timeDuration>${name}</timeDuration></timerEventDefinition>`;
      case 'date':
        return `<timerEventDefinition><timeDate>${name}</timeDate></timerEventDefinition>`;
      case 'cycle':
        return `<timerEventDefinition><timeCycle>${name}</timeCycle></timerEventDefinition>`;
      case 'conditional':
        return `<conditionalEventDefinition><condition>${escape(name)}</condition></conditionalEventDefinition>`;
      case 'compensation':
        return name === '' ? '<compensateEventDefinition/>' : `<compensateEventDefinition activityRef="${name}"/>`;
      case 'link':
        return `<linkEventDefinition name="${name}"/>`;
      default:
        return `<${kind}EventDefinition/>`;
    }
  }

  /** The attribute of a send or receive task for a message. */
  message(name: string): string {
    this.#roots.set(`message_${name}`, `<message id="message_${name}" name="${name}"/>`);
    return ` messageRef="message_${name}"`;
  }

  xml(): string {
    const processes = this.processes.map((area) => `<process id="${area.id}" isExecutable="true">\n${area.body()}\n</process>`).join('\n');
    return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:oa="urn:onestop-approval:bpmn:1" id="definitions" targetNamespace="urn:random">
${[...this.#roots.values()].join('\n')}
${processes}
</definitions>
`;
  }
}

export interface Box {
  readonly id: string;
  tag: string;
  attributes: string;
  inner: string;
  readonly area?: Area;
  /** Flows may not be bent to or from it. */
  readonly fixed: boolean;
}

export interface Arrow {
  readonly id: string;
  from: Box;
  to: Box;
  condition?: string;
  isDefault?: boolean;
}

export class Area {
  readonly boxes: Box[] = [];
  readonly arrows: Arrow[] = [];
  readonly artifacts: string[] = [];

  constructor(readonly id: string) {}

  box(tag: string, id: string, options: { attributes?: string; inner?: string; area?: Area; fixed?: boolean } = {}): Box {
    const box: Box = { id, tag, attributes: options.attributes ?? '', inner: options.inner ?? '', fixed: options.fixed ?? false, ...(options.area && { area: options.area }) };
    this.boxes.push(box);
    return box;
  }

  arrow(from: Box, to: Box, options: { condition?: string; isDefault?: boolean } = {}): Arrow {
    const arrow: Arrow = { id: `${from.id}_${to.id}_${this.arrows.length}`, from, to, ...options };
    this.arrows.push(arrow);
    return arrow;
  }

  into(box: Box): Arrow[] {
    return this.arrows.filter(({ to }) => to === box);
  }

  outOf(box: Box): Arrow[] {
    return this.arrows.filter(({ from }) => from === box);
  }

  /** This area and all inside it. */
  all(): Area[] {
    return [this, ...this.boxes.flatMap(({ area }) => area?.all() ?? [])];
  }

  body(): string {
    const boxes = this.boxes.map((box) => {
      const byDefault = this.outOf(box).find(({ isDefault }) => isDefault);
      return `<${box.tag} id="${box.id}"${box.attributes}${byDefault ? ` default="${byDefault.id}"` : ''}>${box.inner}${box.area ? `\n${box.area.body()}\n` : ''}</${box.tag}>`;
    });
    const arrows = this.arrows.map(({ id, from, to, condition }) => `<sequenceFlow id="${id}" sourceRef="${from.id}" targetRef="${to.id}">${condition === undefined ? '' : `<conditionExpression xsi:type="tFormalExpression">${escape(condition)}</conditionExpression>`}</sequenceFlow>`);
    return [...boxes, ...arrows, ...this.artifacts].join('\n');
  }
}

export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
