/** The nonce that the server put into this page, without which the browser refuses every style element. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Some libraries create style elements without asking for the nonce; from here on every one gets it. Call once, before anything is drawn. */
export function giveStylesTheNonce(nonce: string): void {
  const create = Document.prototype.createElement as (this: Document, name: string, options?: ElementCreationOptions) => HTMLElement;
  Document.prototype.createElement = function createElement(this: Document, name: string, options?: ElementCreationOptions): HTMLElement {
    const element = create.call(this, name, options);
    if (name.toLowerCase() === 'style') element.nonce = nonce;
    return element;
  } as typeof Document.prototype.createElement;
}
