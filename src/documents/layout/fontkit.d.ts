/** The one function of fontkit that we call; its package brings no types. */
declare module 'fontkit' {
  export function create(file: Uint8Array): import('./fonts.js').ParsedFont;
}
