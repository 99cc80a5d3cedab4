import path from 'node:path';

const importPattern = /(\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(["'])(\.{1,2}\/[^"']+)\2/g;

/**
 * Adjusts relative imports between trees that move differently: seeds/ and bench/ import from `../src/…`, which lives in dist/ itself
 * once it is built, and a bench may use `../scripts/…`, which does not move. Imports inside one tree stay as they are.
 */
export function moveImports(code, file, output) {
  return code.replace(importPattern, (_, before, quote, specifier) => {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const relative = path.posix.relative(path.posix.dirname(output), movedTo(target));
    return `${before}${quote}${relative.startsWith('.') ? relative : `./${relative}`}${quote}`;
  });
}

function movedTo(target) {
  if (target.startsWith('src/')) return `dist/${target.slice('src/'.length)}`;
  if (target.startsWith('seeds/') || target.startsWith('bench/')) return `dist/${target}`;
  return target;
}
