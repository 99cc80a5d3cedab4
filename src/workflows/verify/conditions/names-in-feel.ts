import { parseExpression } from 'feelin';

type Tree = ReturnType<typeof parseExpression>;
type SyntaxNode = Tree['topNode'];

/** `name = "text"`, `name.part > 3` and the like, which need no parser. */
const simpleComparison = /^\s*([\p{L}_][\p{L}\p{N}_]*)(?:\.[\p{L}\p{N}_.]+)?\s*(?:=|!=|<=?|>=?)\s*(?:"[^"]*"|-?\d+(?:\.\d+)?)\s*$/u;

/**
 * The variables that a FEEL expression reads: free names only. Functions, keys of contexts, names bound by `for`, `some`, `every` and
 * `function` are left out, and so is what stands in a filter, where names may be those of the filtered elements.
 */
export function namesInFeel(text: string): string[] {
  const simple = simpleComparison.exec(text);
  if (simple?.[1] !== undefined) return [simple[1]];
  try {
    const names = new Set<string>();
    collect(parseExpression(text, {}, undefined).topNode, text, new Set(), names);
    return [...names];
  } catch {
    return [];
  }
}

/** The keys of the context that a script gives: each is assigned. */
export function keysOfContext(script: string): string[] {
  try {
    const context = parseExpression(script, {}, undefined).topNode.getChild('Context');
    return (context?.getChildren('ContextEntry') ?? []).map((entry) => entry.getChild('Key')).filter((key) => key !== null).map((key) => script.slice(key.from, key.to).replace(/^"|"$/g, ''));
  } catch {
    return [];
  }
}

function collect(node: SyntaxNode, text: string, bound: ReadonlySet<string>, names: Set<string>): void {
  if (node.name === 'VariableName') {
    const name = text.slice(node.from, node.to);
    if (!bound.has(name)) names.add(name);
    return;
  }
  if (node.name === 'Type') return;
  const children = childrenOf(node);
  if (node.name === 'FilterExpression') {
    if (children[0] !== undefined) collect(children[0], text, bound, names);
    return;
  }
  const inner = new Set([...bound, ...bindings(node, text)]);
  const parts = node.name === 'FunctionInvocation' && children[0]?.name === 'VariableName' ? children.slice(1) : children;
  for (const child of parts) collect(child, text, inner, names);
}

function bindings(node: SyntaxNode, text: string): string[] {
  const named = (part: SyntaxNode | null): string[] => (part === null ? [] : [text.slice(part.from, part.to).replace(/^"|"$/g, '')]);
  switch (node.name) {
    case 'ForExpression':
    case 'QuantifiedExpression':
      return ['partial', ...(node.getChild('InExpressions')?.getChildren('InExpression') ?? []).flatMap((part) => named(part.getChild('Name')))];
    case 'FunctionDefinition':
      return (node.getChild('FormalParameters')?.getChildren('FormalParameter') ?? []).flatMap((part) => named(part.getChild('ParameterName')));
    case 'Context':
      return node.getChildren('ContextEntry').flatMap((part) => named(part.getChild('Key')));
    default:
      return [];
  }
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
