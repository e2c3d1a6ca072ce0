import { posix } from 'node:path';
import { stripComments, type SourceFile } from './read-source.ts';

const isModule = ({ path }: SourceFile) => path.endsWith('.module.css');

/** Names of classes that the rules of a stylesheet are for. */
function classesOf({ text }: SourceFile): string[] {
  const preludes = text.replace(/\/\*[^]*?\*\//g, '').match(/[^{};]+(?=\{)/g) ?? [];
  const selectors = preludes.filter((prelude) => !prelude.trim().startsWith('@'));
  return selectors.flatMap((selector) => [...selector.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name = '']) => name));
}

/** Classes of modules that a file asks for, as `path class`; `path *` where it asks for one by a name that it computes. */
function usesOf({ path, text }: SourceFile): string[] {
  const from = (specifier: string) => posix.normalize(posix.join(posix.dirname(path), specifier));
  const composed = [...text.matchAll(/composes:\s*([^;}]+?)(?:\s+from\s+["'](.+?)["'])?\s*[;}]/g)].flatMap(
    ([, names = '', specifier]) => names.split(/\s+/).map((name) => `${specifier ? from(specifier) : path} ${name}`),
  );
  const source = stripComments(text);
  const imported = [...source.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)];
  return imported.reduce((uses, [, binding = '', specifier = '']) => {
    const members = source.matchAll(new RegExp(`(?<![\\w.'"/-])${binding}(?:\\.(\\w+)|\\[(?:'([^']+)'|[^\\]]))`, 'g'));
    return [...uses, ...Array.from(members, ([, name, quoted]) => `${from(specifier)} ${name ?? quoted ?? '*'}`)];
  }, composed);
}

/** Classes that no file asks for, and those that are asked for and are not there. */
export function findStyleProblems(files: readonly SourceFile[]): string[] {
  const there = new Set(
    files.filter(isModule).flatMap((file) => classesOf(file).map((name) => `${file.path} ${name}`)),
  );
  const used = new Set(files.flatMap(usesOf));
  const isUsed = (style: string) => used.has(style) || used.has(style.replace(/ .*$/, ' *'));
  return [
    ...[...there].filter((style) => !isUsed(style)).map((style) => `${style}: nobody asks for it`),
    ...[...used].filter((style) => !style.endsWith(' *') && !there.has(style)).map((style) => `${style}: is not there`),
  ].sort();
}
