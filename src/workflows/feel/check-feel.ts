import { parseExpression } from 'feelin';
import { loopsTooLong } from './loops.js';

/** Longer expressions are programs; nobody could check them. */
const longestExpression = 5_000;

/** What is wrong with a FEEL text; nothing when it can be read and decided at once. It is only parsed, never evaluated. */
export function faultOf(text: string): { readonly position?: number } | undefined {
  if (text.length > longestExpression || loopsTooLong(text)) return {};
  let position: number | undefined;
  const tree = parseExpression(text, {}, undefined);
  tree.iterate({
    enter: (node) => {
      if (node.type.isError && position === undefined) position = node.from;
    },
  });
  return position === undefined ? undefined : { position };
}
