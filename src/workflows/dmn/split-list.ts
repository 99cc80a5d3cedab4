/** Splits a list of FEEL texts at its outer commas: `"a, b", [1, 2]` has two parts. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '"' && text[at - 1] !== '\\') quoted = !quoted;
    if (!quoted && '([{'.includes(sign)) depth += 1;
    if (!quoted && ')]}'.includes(sign)) depth -= 1;
    if (sign === ',' && depth === 0 && !quoted) {
      parts.push(part.trim());
      part = '';
    } else {
      part += sign;
    }
  }
  return [...parts, part.trim()].filter((entry) => entry !== '');
}
