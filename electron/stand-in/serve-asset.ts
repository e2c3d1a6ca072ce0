import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appOrigin, headersOf, rendererDirOf, resolveAsset } from '../window/assets.ts';
import type { ServeAsset } from './open-window.ts';

/** Answers the page exactly as Electron's protocol handler does: same files, same headers, same refusals. */
export function createServeAsset(rootDir: string): ServeAsset {
  const rendererDir = rendererDirOf(rootDir);
  return async (path) => {
    const asset = resolveAsset(`${appOrigin}${path}`);
    if (asset === null) return null;
    try {
      return { headers: headersOf(asset), body: await readFile(join(rendererDir, asset)) };
    } catch {
      return null;
    }
  };
}
