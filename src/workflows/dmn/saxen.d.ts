declare module 'saxen' {
  /** A reader of XML that calls back for every part it meets. */
  export class Parser {
    ns(prefixes: Record<string, string>): this;
    on(event: 'openTag', callback: (name: string, attributes: () => Record<string, string>, decode: (text: string) => string) => void): this;
    on(event: 'closeTag', callback: (name: string) => void): this;
    on(event: 'text', callback: (text: string, decode: (text: string) => string) => void): this;
    on(event: 'cdata', callback: (text: string) => void): this;
    on(event: 'attention', callback: (text: string) => void): this;
    on(event: 'error', callback: (error: Error) => void): this;
    on(event: 'warn', callback: (warning: Error) => void): this;
    parse(xml: string): Error | undefined;
    stop(): void;
  }
}
