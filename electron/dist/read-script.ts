import { type ESTree, parseSync, Visitor } from 'vite';

/** What a built script takes from elsewhere. */
export interface ScriptFacts {
  /** Specifiers of static imports and re-exports. */
  readonly imports: readonly string[];
  /** Specifiers that are loaded when the code gets there: `import()`, `require()`, `process.getBuiltinModule()`. */
  readonly lateImports: readonly string[];
  /** Calls that would reach a network, as they are written. */
  readonly networkCalls: readonly string[];
}

const networkObjects = new Set(['net', 'globalThis', 'window', 'self']);
const networkClasses = new Set(['WebSocket', 'EventSource', 'XMLHttpRequest', 'WebTransport']);

/** Parses a script; what stands in its comments and texts does not count. */
export function readScript(path: string, source: string): ScriptFacts {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const imports: string[] = [];
  const lateImports: string[] = [];
  const networkCalls: string[] = [];
  const textOf = (node: { start: number; end: number }): string => source.slice(node.start, node.end).slice(0, 80);
  new Visitor({
    ImportDeclaration: (node) => void imports.push(node.source.value),
    ExportNamedDeclaration: (node) => void (node.source && imports.push(node.source.value)),
    ExportAllDeclaration: (node) => void imports.push(node.source.value),
    ImportExpression: (node) => void lateImports.push(specifierOf(node.source) ?? textOf(node)),
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && networkClasses.has(node.callee.name)) networkCalls.push(textOf(node));
    },
    CallExpression(node) {
      const { object, name } = nameCallee(node.callee);
      if (name === 'require' && object === null) lateImports.push(specifierOf(node.arguments[0]) ?? textOf(node));
      if (name === 'getBuiltinModule') lateImports.push(specifierOf(node.arguments[0]) ?? textOf(node));
      if (name === 'fetch' && (object === null || networkObjects.has(object))) networkCalls.push(textOf(node));
    },
  }).visit(program);
  return { imports, lateImports, networkCalls };
}

/** `a.b.c()` is called `c` of `b`; a bare call has no object. */
function nameCallee(callee: ESTree.Expression): { object: string | null; name: string | null } {
  if (callee.type === 'Identifier') return { object: null, name: callee.name };
  if (callee.type !== 'MemberExpression') return { object: '', name: null };
  const name = callee.property.type === 'Identifier' && !callee.computed ? callee.property.name : null;
  const { object } = callee;
  if (object.type === 'Identifier') return { object: object.name, name };
  return { object: object.type === 'MemberExpression' ? (nameCallee(object).name ?? '') : '', name };
}

/** The text of a literal; minified code writes it as a template without holes. */
function specifierOf(node: ESTree.Node | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type !== 'TemplateLiteral' || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}
