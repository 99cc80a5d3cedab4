import ts from 'typescript';

// What differs between two runs, or between a browser and the server.
const forbiddenCalls = new Set(['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues']);
const forbiddenNames = new Set(['process', 'Buffer', 'require', '__dirname', '__filename', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'window', 'document', 'localStorage', 'globalThis']);

/** Every place of a source text that asks for the time, for chance or for its surroundings, as `line: what`. Comments and strings do not count. */
export function impuritiesOf(source: string, fileName = 'source.ts'): string[] {
  const tree = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const report = (node: ts.Node, what: string): number => found.push(`${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && forbiddenCalls.has(node.getText().replace(/^globalThis\./, ''))) report(node, node.getText());
    else if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) report(node, 'new Date()');
    else if (ts.isCallExpression(node) && node.expression.getText() === 'Date') report(node, 'Date()');
    else if (ts.isIdentifier(node) && forbiddenNames.has(node.text) && isFreeName(node)) report(node, node.text);
    else if (ts.isMetaProperty(node)) report(node, 'import.meta');
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Whether a name stands for itself: not a member, not a key, not a type, and not something that the file declares. */
function isFreeName(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) return false;
  if ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent) || ts.isEnumMember(parent)) && parent.name === name) return false;
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isBindingElement(parent) && parent.propertyName === name) return false;
  return !declaredInside(name);
}

function declaredInside(name: ts.Identifier): boolean {
  for (let scope: ts.Node = name.parent; scope !== undefined; scope = scope.parent) {
    let declared = false;
    const look = (node: ts.Node): void => {
      if ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node) || ts.isImportSpecifier(node) || ts.isImportClause(node)) && node.name?.getText() === name.text) declared = true;
      if (!declared) ts.forEachChild(node, look);
    };
    look(scope);
    if (declared) return true;
  }
  return false;
}
