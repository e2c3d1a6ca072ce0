import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectPackage } from '../../../electron/dist/inspect-package.ts';
import { rootDir } from '../../helpers/paths.ts';

const isBuilt = existsSync(join(rootDir, 'out', 'renderer', 'index.html'));

/** `npm test` builds before it runs this; alone it looks at what was built last. */
describe.skipIf(!isBuilt)('what was built', () => {
  it('is what `npm run dist:check` lets pass: nothing else, small enough, off the network', () => {
    const built = ['main', 'preload', 'renderer'].flatMap((folder) =>
      readdirSync(join(rootDir, 'out', folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    const {
      devDependencies: _left,
      scripts: _behind,
      ...shipped
    } = JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8')) as Record<string, unknown>;
    const files = new Map<string, Uint8Array>(
      built.map((path) => [relative(rootDir, path).replaceAll(sep, '/'), readFileSync(path)]),
    );
    files.set('package.json', Buffer.from(JSON.stringify(shipped)));
    expect(
      inspectPackage(files).flatMap(({ what, figure, problems }) => problems.map((each) => [what, figure, each])),
    ).toEqual([]);
  });
});
