import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A source file, by its path from the root of the project with `/`. */
export interface SourceFile {
  path: string;
  text: string;
}

/** The files of these folders of the project whose name is like that. */
export function readSources(folders: readonly string[], named: RegExp): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && named.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') })),
  );
}

/** Code without comments; with `keepStrings: false` also without what stands in quotes. */
export function stripComments(text: string, { keepStrings = true } = {}): string {
  const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
  return text.replaceAll(token, (found) => {
    if (found.startsWith('/*') || found.startsWith('//')) return ' ';
    return keepStrings ? found : `${found[0]}${found[0]}`;
  });
}

/** Everything a file asks another one for: imports, re-exports, dynamic imports, `require`, workers and assets by URL. */
export function importsOf({ text }: SourceFile): string[] {
  const code = stripComments(text);
  const patterns = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, specifier]) => specifier ?? ''));
}

/** The file that a specifier names, by its path from the root; `null` for a package. */
export function resolveImport(from: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('#shared/')) return bare.slice(1);
  if (!bare.startsWith('.')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of bare.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
