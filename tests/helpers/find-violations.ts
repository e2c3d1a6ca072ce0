import { importsOf, resolveImport, stripComments, type SourceFile } from './read-source.ts';

/** Which files a part consists of, and what it may ask for besides itself. */
interface Part {
  /** Begins the path of every file in it; the longest beginning decides. */
  root: string;
  /** Beginnings of paths, or whole paths. A part always may ask for itself. */
  mayUse: readonly string[];
  /** Packages, with everything below them; `*` for all that no other rule forbids. */
  packages: readonly string[];
}

/** What the window has of the engine: its words, and how it is asked. All else lives in the worker. */
const engineWords = ['renderer/engine/api.ts', 'renderer/engine/client-types.ts', 'renderer/engine/draft-of.ts'];
const engineClient = [...engineWords, 'renderer/engine/client/'];

/** Pure: the same result in Node, in Chromium and in a test. */
const purePackages = [
  '@e965/xlsx',
  '@noble/ciphers',
  '@noble/hashes',
  'chardet',
  'date-fns',
  'fflate',
  'hucre',
  'intl-messageformat',
  'libphonenumber-js',
  'papaparse',
  'pinyin-pro',
  'rrule-temporal',
  'tyme4ts',
  'uuidv7',
  'zod',
];

/** Who may import whom. */
const parts: readonly Part[] = [
  { root: 'shared/', mayUse: [], packages: purePackages },
  { root: 'electron/', mayUse: ['shared/'], packages: ['*'] },
  { root: 'electron/preload.ts', mayUse: ['shared/ipc/channels.ts'], packages: ['electron'] },
  { root: 'electron/stand-in/', mayUse: ['electron/', 'shared/'], packages: ['*'] },
  { root: 'electron/dist/', mayUse: ['electron/', 'shared/'], packages: ['*'] },
  { root: 'renderer/ui/', mayUse: [], packages: ['*'] },
  { root: 'renderer/platform/', mayUse: ['shared/', 'resources/'], packages: ['*'] },
  { root: 'renderer/db/', mayUse: ['shared/'], packages: ['*'] },
  { root: 'renderer/engine/', mayUse: ['shared/', 'renderer/db/', 'renderer/platform/'], packages: ['*'] },
  {
    root: 'renderer/engine/client/',
    mayUse: [
      'shared/',
      'renderer/platform/',
      ...engineWords,
      'renderer/engine/rpc.ts',
      'renderer/engine/engine.worker.ts',
    ],
    packages: ['*'],
  },
  { root: 'renderer/state/', mayUse: ['shared/', 'renderer/platform/', ...engineClient], packages: ['*'] },
  {
    root: 'renderer/display/',
    mayUse: ['shared/', 'renderer/ui/', 'renderer/platform/', 'renderer/state/', ...engineClient],
    packages: ['*'],
  },
  {
    root: 'renderer/features/',
    mayUse: ['shared/', 'renderer/ui/', 'renderer/platform/', 'renderer/state/', 'renderer/display/', ...engineClient],
    packages: ['*'],
  },
  {
    root: 'renderer/app/',
    mayUse: [
      'shared/',
      'renderer/ui/',
      'renderer/platform/',
      'renderer/state/',
      'renderer/display/',
      'renderer/features/',
      ...engineClient,
    ],
    packages: ['*'],
  },
  { root: 'renderer/', mayUse: ['shared/', 'renderer/'], packages: ['*'] },
];

/** Packages that only these may ask for. */
const reserved: readonly { packages: readonly string[]; by: readonly string[] }[] = [
  { packages: ['dexie'], by: ['renderer/db/'] },
  {
    packages: ['electron'],
    by: [
      'electron/main.ts',
      'electron/preload.ts',
      'electron/ipc/register.ts',
      'electron/window/',
      'electron/keys/os-keychain.ts',
    ],
  },
  { packages: ['playwright', 'playwright-core'], by: ['electron/stand-in/'] },
  {
    packages: ['vite', 'electron-vite', 'electron-builder', '@electron/asar', '@electron/fuses'],
    by: ['electron/dist/', 'electron/stand-in/'],
  },
  { packages: ['node'], by: ['electron/'] },
  { packages: ['react', 'react-dom', 'zustand'], by: ['renderer/'] },
];

const networkPackages =
  /^(node:)?(http|https|http2|net|tls|dns|dgram|inspector)(\/|$)|^(axios|got|node-fetch|undici|ws)(\/|$)/;
const networkCalls =
  /(?<![.\w])fetch\s*\(|\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon)\b/;
/** Read files that the app ships: the only places that may fetch, and only what was bundled (`?url`). */
const assetReaders = [
  'renderer/features/imports/practice-files.ts',
  'renderer/features/customers/files/character-maps.ts',
];
/** Ways to make markup or code of a text. */
const textSinks =
  /\bdangerouslySetInnerHTML\b|\.(?:innerHTML|outerHTML|srcdoc)\b|\binsertAdjacentHTML\b|\bdocument\.write|(?<![.\w])eval\s*\(|\bnew Function\b/;
/** Where a transaction that writes is opened; what it does is `strict`. */
const writer = 'renderer/db/archive-store.ts';
const rawWrite = /\btransaction\(\s*['"](?:rw|readwrite)|\bdurability\b|['"]relaxed['"]/;
const looseTypes = /(?:[:<,|&(=]|\bas|\bextends)\s*any\b(?!\s*[:(.])|\bany\[\]/;

/** Every breach of the house rules in these files, each as one line: the file, what it does, why not. */
export function findViolations(files: readonly SourceFile[]): string[] {
  return [...files.flatMap(violationsIn), ...findCycles(files)];
}

function violationsIn(file: SourceFile): string[] {
  const found = importsOf(file).flatMap((specifier) => checkImport(file.path, specifier));
  const code = stripComments(file.text, { keepStrings: false });
  if (networkCalls.test(code) && !assetReaders.includes(file.path)) found.push(`${file.path} reaches for the network`);
  if (textSinks.test(code)) found.push(`${file.path} makes markup or code of a text`);
  const isStore = file.path.startsWith('renderer/db/');
  if (rawWrite.test(stripComments(file.text)) && file.path !== writer) found.push(`${file.path} writes past ${writer}`);
  if (/\bindexedDB\b/.test(code) && !isStore) found.push(`${file.path} opens a database`);
  if (looseTypes.test(code)) found.push(`${file.path} uses the type any`);
  if (/\bipcMain\b/.test(code) && file.path !== 'electron/ipc/register.ts') found.push(`${file.path} touches ipcMain`);
  return found;
}

function checkImport(path: string, specifier: string): string[] {
  const target = resolveImport(path, specifier);
  return target === null ? checkPackage(path, specifier) : checkFile(path, specifier, target);
}

function checkPackage(path: string, specifier: string): string[] {
  const name = packageOf(specifier);
  if (networkPackages.test(specifier)) return [`${path} imports ${specifier}, which reaches for the network`];
  const { packages } = partOf(path);
  if (!packages.includes('*') && !packages.includes(name)) return [`${path} may not import the package ${name}`];
  const reservation = reserved.find((rule) => rule.packages.includes(name));
  if (reservation && !reservation.by.some((root) => path.startsWith(root))) {
    return [`${path} may not import ${name}: only ${reservation.by.join(', ')} may`];
  }
  return [];
}

function checkFile(path: string, specifier: string, target: string): string[] {
  if (assetReaders.includes(path) && /\/resources\/samples\/[^/]+\.(csv|xlsx)\?url$/.test(specifier)) return [];
  if (!/\.(ts|tsx|css|json|svg|png|woff2)$/.test(target)) return [`${path} imports ${specifier} without its extension`];
  const part = partOf(path);
  const isOwn =
    part.root === 'renderer/features/' ? featureOf(path) === featureOf(target) : partOf(target).root === part.root;
  if (isOwn) return [];
  const isStandIn = (file: string) => file.startsWith('electron/stand-in/') || file.startsWith('electron/dist/');
  const isAllowed = part.mayUse.some((allowed) => matches(allowed, target)) && (isStandIn(path) || !isStandIn(target));
  return isAllowed ? [] : [`${path} may not import ${target}`];
}

function matches(allowed: string, target: string): boolean {
  if (!allowed.endsWith('*')) return target.startsWith(allowed);
  const root = allowed.slice(0, -1);
  return target.startsWith(root) && !target.slice(root.length).includes('/');
}

function partOf(path: string): Part {
  const candidates = parts.filter(({ root }) => path.startsWith(root));
  return candidates.sort((a, b) => b.root.length - a.root.length)[0] ?? { root: path, mayUse: [], packages: [] };
}

function featureOf(path: string): string {
  return path.split('/').slice(0, 3).join('/');
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function findCycles(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => path));
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .map((specifier) => resolveImport(file.path, specifier))
        .filter((target) => target !== null && known.has(target)) as string[],
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  function visit(path: string, trail: string[]): void {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push(`import cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
      return;
    }
    state.set(path, 'open');
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path]);
    state.set(path, 'done');
  }
  for (const { path } of files) visit(path, []);
  return cycles;
}
