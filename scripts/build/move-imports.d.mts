/** Adjusts the relative imports of a source file to the place of its output. */
export function moveImports(code: string, file: string, output: string): string;
