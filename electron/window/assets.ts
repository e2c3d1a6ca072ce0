import { join } from 'node:path';

/** The window's address. A scheme of its own has its own storage and reaches neither disk nor network. */
export const appScheme = 'app';
export const appHost = 'kebu';
export const appOrigin = `${appScheme}://${appHost}`;

/** Nothing but Kebu's own files; no inline code or style, no network, no frames. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['woff2', 'font/woff2'],
  ['bcmap', 'application/octet-stream'],
  ['csv', 'text/csv'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

/** Headers of every file that the window loads, in Electron and in the stand-in alike. */
export function headersOf(path: string): Record<string, string> {
  return {
    'content-type': contentTypes.get(extensionOf(path)) ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  };
}

/**
 * The path inside the renderer's folder that an address stands for, or `null` for anything that is not plainly one of
 * Kebu's files. Only what the build can have produced is let through: ASCII names, `/` between them, a known ending.
 */
export function resolveAsset(url: string): string | null {
  const path = pathOf(url);
  if (path === null) return null;
  if (path === '/') return 'index.html';
  if (!/^(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/.test(path) || path.includes('..')) return null;
  return contentTypes.has(extensionOf(path)) ? path.slice(1) : null;
}

export function rendererDirOf(appPath: string): string {
  return join(appPath, 'out', 'renderer');
}

/** Reads the address as it was written: a parser would already have folded `..` and `%2e` away. */
function pathOf(url: string): string | null {
  const start = `${appOrigin}/`;
  if (!url.startsWith(start) || url.length > 500) return null;
  return url.slice(start.length - 1).replace(/[?#].*$/s, '');
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
