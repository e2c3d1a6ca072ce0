import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appOrigin, headersOf, rendererDirOf, resolveAsset } from '../window/assets.ts';
import type { ServeAsset } from './open-window.ts';

/** A start reads two hundred files, and the tests start often in one process. */
const filesRead = new Map<string, Promise<Buffer>>();

/** What the window is made of, as it was when it was first asked for. One that is not there may be later. */
function readOnce(path: string): Promise<Buffer> {
  const known = filesRead.get(path);
  if (known) return known;
  const reading = readFile(path);
  filesRead.set(path, reading);
  reading.catch(() => filesRead.delete(path));
  return reading;
}

/** Answers the page exactly as Electron's protocol handler does: same files, same headers, same refusals. */
export function createServeAsset(rootDir: string): ServeAsset {
  const rendererDir = rendererDirOf(rootDir);
  return async (path) => {
    const asset = resolveAsset(`${appOrigin}${path}`);
    if (asset === null) return null;
    try {
      return { headers: headersOf(asset), body: await readOnce(join(rendererDir, asset)) };
    } catch {
      return null;
    }
  };
}
