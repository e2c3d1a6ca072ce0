import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { errnoOf, type FileSystem } from '../files/file-system.ts';
import { appScheme, headersOf, resolveAsset } from './assets.ts';

/** Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer, and nothing beside it, under `app://kebu/`. */
export function serveRenderer(session: Session, files: FileSystem, rendererDir: string): void {
  session.protocol.handle(appScheme, async ({ method, url }) => {
    const asset = method === 'GET' ? resolveAsset(url) : null;
    if (asset === null) return notFound();
    try {
      const content = await files.readFile(join(rendererDir, asset));
      return new Response(new Uint8Array(content), { headers: headersOf(asset) });
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return notFound();
      throw error;
    }
  });
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: headersOf('nothing') });
}
