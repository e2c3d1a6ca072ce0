import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readScript, type ScriptFacts } from './read-script.ts';

export interface Finding {
  readonly what: string;
  readonly figure: string;
  readonly ok: boolean;
  readonly problems: readonly string[];
}

/** Content by path inside the archive. */
export type PackedFiles = ReadonlyMap<string, Uint8Array>;

const maxAppBytes = 25_000_000;
const maxFirstScreenBytes = 600_000;
/** Each is asked for by itself, and all of them while the window opens. */
const maxScripts = 100;

const expected = [
  /^package\.json$/,
  /^out\/main\/(?:[\w.-]+\/)*[\w.-]+\.js$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(?:js|css|svg|png|woff2|json|csv|xlsx|bcmap)$/,
];
const required = ['package.json', 'out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** What main may take from Node and Electron. The network is not among it, nor is starting programs. */
const allowedModules = new Set([
  'assert',
  'async_hooks',
  'buffer',
  'crypto',
  'electron',
  'events',
  'fs',
  'fs/promises',
  'module',
  'os',
  'path',
  'process',
  'stream',
  'stream/promises',
  'stream/web',
  'string_decoder',
  'timers',
  'timers/promises',
  'url',
  'util',
  'worker_threads',
  'zlib',
]);

/** Looks at what would be shipped. Pure: the same files give the same findings. */
export function inspectPackage(files: PackedFiles): Finding[] {
  const scripts = new Scripts(files);
  return [
    inspectNames(files),
    inspectSize(files),
    inspectFirstScreen(files, scripts),
    inspectScripts(files, scripts),
    inspectManifest(files),
    inspectModules(files),
    inspectNetwork(files),
    inspectPolicy(files),
  ];
}

function finding(what: string, figure: string, problems: readonly string[]): Finding {
  return { what, figure, ok: problems.length === 0, problems };
}

function inspectNames(files: PackedFiles): Finding {
  const names = [...files.keys()];
  const strangers = names.filter((name) => !expected.some((pattern) => pattern.test(name)));
  const missing = required.filter((name) => !files.has(name));
  return finding('only what belongs in the archive', `${names.length} files`, [
    ...strangers.map((name) => `does not belong: ${name}`),
    ...missing.map((name) => `missing: ${name}`),
  ]);
}

function inspectSize(files: PackedFiles): Finding {
  const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  const figure = `${(bytes / 1e6).toFixed(1)} MB of ${maxAppBytes / 1e6} MB`;
  return finding("the app's own code", figure, bytes > maxAppBytes ? ['too large'] : []);
}

/**
 * What must be loaded before a screen stands: the scripts that the page names and all that they import, and of the screens
 * that these load later the one that takes most.
 */
function inspectFirstScreen(files: PackedFiles, scripts: Scripts): Finding {
  const html = textOf(files, 'out/renderer/index.html');
  const entries = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) =>
    resolveIn('out/renderer/', match[1]),
  );
  const shell = followImports(scripts, entries);
  const screens = [...shell.later].map((screen) => followImports(scripts, [...shell.loaded, screen]));
  const problems = [shell, ...screens].flatMap(({ missing }) => missing.map((path) => `named but not there: ${path}`));
  const bytes = Math.max(...[shell, ...screens].map(({ loaded }) => gzipBytes(scripts, loaded)));
  if (entries.length === 0) problems.push('the page loads no script');
  if (bytes > maxFirstScreenBytes) problems.push('too large');
  const kilobytes = (size: number): string => (size / 1e3).toFixed(0);
  const figure =
    `${kilobytes(bytes)} kB gzip of ${kilobytes(maxFirstScreenBytes)} kB, ` +
    `${kilobytes(gzipBytes(scripts, shell.loaded))} of them the shell`;
  return finding('JavaScript of the first screen', figure, [...new Set(problems)]);
}

/** Which script a module goes into is said by hand (file-of-module.ts), and a circle of scripts may run in the wrong order. */
function inspectScripts(files: PackedFiles, scripts: Scripts): Finding {
  const paths = [...files.keys()].filter((path) => /^out\/renderer\/(?!.*worker).*\.js$/.test(path));
  const inCircles = paths.filter((path) => {
    const named = (scripts.get(path)?.imports ?? []).map((name) => resolveIn(posix.dirname(path), name));
    return followImports(scripts, named).loaded.has(path);
  });
  return finding('scripts of the window', `${paths.length} of ${maxScripts}`, [
    ...(paths.length > maxScripts ? ['too many'] : []),
    ...inCircles.map((path) => `imports itself by way of others: ${path}`),
  ]);
}

interface Loaded {
  readonly loaded: ReadonlySet<string>;
  /** Scripts that these load when they are needed. */
  readonly later: ReadonlySet<string>;
  readonly missing: readonly string[];
}

interface SizedScript extends ScriptFacts {
  readonly gzipBytes: number;
}

/** What is known of each script, found out once: every screen loads most of them again. */
class Scripts {
  readonly #files: PackedFiles;
  readonly #found = new Map<string, SizedScript | null>();

  constructor(files: PackedFiles) {
    this.#files = files;
  }

  /** `null` where there is none. */
  get(path: string): SizedScript | null {
    const found = this.#found.get(path);
    if (found !== undefined) return found;
    const bytes = this.#files.get(path);
    const facts = bytes
      ? { ...readScript(path, textOf(this.#files, path)), gzipBytes: gzipSync(bytes, { level: 9 }).length }
      : null;
    this.#found.set(path, facts);
    return facts;
  }
}

function followImports(scripts: Scripts, entries: readonly string[]): Loaded {
  const toVisit = [...entries];
  const loaded = new Set<string>();
  const later = new Set<string>();
  const missing: string[] = [];
  for (let path = toVisit.pop(); path !== undefined; path = toVisit.pop()) {
    if (loaded.has(path)) continue;
    const script = scripts.get(path);
    if (script === null) {
      missing.push(path);
      continue;
    }
    loaded.add(path);
    const folder = posix.dirname(path);
    toVisit.push(...script.imports.map((name) => resolveIn(folder, name)));
    for (const name of script.lateImports) later.add(resolveIn(folder, name));
  }
  return { loaded, later, missing };
}

function gzipBytes(scripts: Scripts, paths: ReadonlySet<string>): number {
  return [...paths].reduce((sum, path) => sum + (scripts.get(path)?.gzipBytes ?? 0), 0);
}

function inspectManifest(files: PackedFiles): Finding {
  const manifest = JSON.parse(textOf(files, 'package.json') || '{}') as Record<string, unknown>;
  const problems: string[] = [];
  if (manifest['main'] !== 'out/main/main.js') problems.push('main is not out/main/main.js');
  for (const field of ['dependencies', 'devDependencies', 'scripts']) {
    if (Object.keys((manifest[field] as object | undefined) ?? {}).length > 0) problems.push(`has ${field}`);
  }
  return finding('package.json', `version ${String(manifest['version'])}`, problems);
}

function inspectModules(files: PackedFiles): Finding {
  const problems: string[] = [];
  const used = new Set<string>();
  for (const [path, source] of mainSources(files)) {
    const { imports, lateImports } = readScript(path, source);
    for (const name of [...imports, ...lateImports].filter((specifier) => !specifier.startsWith('.'))) {
      const bare = name.replace(/^node:/, '');
      used.add(bare);
      if (!allowedModules.has(bare)) problems.push(`${path} uses ${name}`);
      if (path.startsWith('out/preload/') && bare !== 'electron') problems.push(`the preload uses ${name}`);
    }
  }
  return finding('modules of main and preload', [...used].sort().join(' '), problems);
}

/** Main never speaks to a network; the page speaks only to itself, which the policy enforces. */
function inspectNetwork(files: PackedFiles): Finding {
  const sources = [...mainSources(files)];
  const problems = sources.flatMap(([path, source]) =>
    readScript(path, source).networkCalls.map((call) => `${path} calls ${call}`),
  );
  return finding('no network call in main', `${sources.length} files`, problems);
}

function inspectPolicy(files: PackedFiles): Finding {
  const problems: string[] = [];
  const main = [...mainSources(files)].map(([, source]) => source).join('\n');
  for (const directive of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]) {
    if (!main.includes(directive)) problems.push(`the policy lacks ${directive}`);
  }
  if (main.includes("'unsafe-inline'") || main.includes("'unsafe-eval'"))
    problems.push('the policy allows unsafe code');
  const html = textOf(files, 'out/renderer/index.html');
  if (/<script(?![^>]*\ssrc=)[^>]*>/.test(html) || /<style/.test(html)) problems.push('the page has inline code');
  if (/(?:src|href)="(?:https?:)?\/\//.test(html)) problems.push('the page loads something from elsewhere');
  return finding('content security policy', 'in main', problems);
}

function* mainSources(files: PackedFiles): Generator<readonly [path: string, source: string]> {
  for (const path of files.keys()) {
    if (/^out\/(?:main|preload)\//.test(path)) yield [path, textOf(files, path)];
  }
}

function textOf(files: PackedFiles, path: string): string {
  return new TextDecoder().decode(files.get(path) ?? new Uint8Array());
}

function resolveIn(folder: string, address = ''): string {
  return posix.join(address.startsWith('/') ? 'out/renderer' : folder, address);
}
