import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rootDir } from '../../helpers/paths.ts';

/** electron-builder asks for both only once everything else is packed, which `npm run dist:check` does not wait for. */
it('tells what a package for Debian must: a page of the project and who keeps it', () => {
  const settings = readFileSync(join(rootDir, 'electron-builder.yml'), 'utf8');
  expect(settings).toMatch(/^extraMetadata:\n {2}homepage: https:\/\/\S+$/m);
  expect(settings).toMatch(/^linux:\n(?: {2}.*\n)* {2}maintainer: \S/m);
});
