import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isBuildStale } from '../../../electron/stand-in/build-if-stale.ts';

let root = '';
const products = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

async function put(path: string, seconds: number): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), '');
  await utimes(join(root, path), seconds, seconds);
  await utimes(dirname(join(root, path)), seconds, seconds);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kebu-stale-'));
  await put('electron/main.ts', 100);
  await put('shared/domain/a.ts', 100);
  await utimes(join(root, 'shared'), 100, 100);
  for (const product of products) await put(product, 200);
});
afterEach(() => rm(root, { recursive: true }));

it('is fresh when everything built is newer than every source', () => {
  expect(isBuildStale(root)).toBe(false);
});

it.each(products)('is stale without %s', async (product) => {
  await rm(join(root, product));
  expect(isBuildStale(root)).toBe(true);
});

it('is stale when one source is newer than one product', async () => {
  await put('shared/domain/a.ts', 300);
  expect(isBuildStale(root)).toBe(true);
});

it('is stale when a source was deleted', async () => {
  await rm(join(root, 'shared/domain/a.ts'));
  expect(isBuildStale(root)).toBe(true);
});
