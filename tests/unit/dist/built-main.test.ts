import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScript } from '../../../electron/dist/read-script.ts';
import { rootDir } from '../../helpers/paths.ts';

const outDir = join(rootDir, 'out');
const isBuilt = existsSync(join(outDir, 'main', 'main.js'));

function scripts(folder: string): [path: string, source: string][] {
  return readdirSync(join(outDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.c?js$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(outDir, path), readFileSync(path, 'utf8')]);
}

/** `npm test` builds before it runs this; alone it looks at what was built last. */
describe.skipIf(!isBuilt)('the built main process', () => {
  it('imports nothing that reaches a network or starts a program', () => {
    const forbidden = /^(node:)?(http|https|http2|net|tls|dns|dgram|inspector|child_process|cluster)(\/|$)/;
    const found = [...scripts('main'), ...scripts('preload')].flatMap(([path, source]) => {
      const { imports, lateImports, networkCalls } = readScript(path, source);
      return [...[...imports, ...lateImports].filter((name) => forbidden.test(name)), ...networkCalls].map(
        (what) => `${path}: ${what}`,
      );
    });
    expect(found).toEqual([]);
  });

  it('has nothing of the stand-in in it', () => {
    for (const [path, source] of scripts('main')) {
      expect([path, /playwright|stand-in\/|remote-debugging/.exec(source)?.[0] ?? null]).toEqual([path, null]);
    }
  });
});
