import { describe, expect, it } from 'vitest';
import { findViolations } from '../helpers/find-violations.ts';
import { readSources, type SourceFile } from '../helpers/read-source.ts';

const file = (path: string, text: string): SourceFile => ({ path, text });
const importing = (path: string, ...specifiers: string[]) =>
  file(path, specifiers.map((specifier, index) => `import { x${index} } from '${specifier}';`).join('\n'));

describe('the sources', () => {
  const files = readSources(['shared', 'electron', 'renderer'], /\.tsx?$/);

  it('are all read', () => {
    expect(files.length).toBeGreaterThan(200);
    for (const part of ['shared/', 'electron/', 'renderer/ui/', 'renderer/features/']) {
      expect(files.some(({ path }) => path.startsWith(part))).toBe(true);
    }
  });

  it('keep the rules of the house', () => {
    expect(findViolations(files)).toEqual([]);
  });
});

describe('the rules allow', () => {
  it.each([
    [
      'shared to use shared and pure packages',
      'shared/a/b.ts',
      ['../lib/result.ts', '#shared/ipc/channels.ts', 'zod', '@noble/hashes/sha2.js'],
    ],
    [
      'electron to use itself and shared',
      'electron/handlers/a.ts',
      ['../files/b.ts', '#shared/a.ts', 'node:path', 'age-encryption'],
    ],
    ['the preload to use the channel names', 'electron/preload.ts', ['electron', '#shared/ipc/channels.ts']],
    ['the stand-in to use handlers and a browser', 'electron/stand-in/a.ts', ['../handlers/b.ts', 'playwright']],
    [
      'a feature to use its own, ui, engine, state, platform, display, shared',
      'renderer/features/today/a.tsx',
      [
        './b.tsx',
        '../../ui/x/y.tsx',
        '../../engine/api.ts',
        '../../engine/client/use-commit.ts',
        '../../state/s.ts',
        '../../platform/p.ts',
        '../../display/d.tsx',
        '#shared/a.ts',
        'react',
        './a.module.css',
      ],
    ],
    [
      'the app to use features',
      'renderer/app/a.tsx',
      ['../features/today/b.tsx', '../ui/x.tsx', '../engine/client/start-engine.ts'],
    ],
    ['the client of the engine to start it', 'renderer/engine/client/a.ts', ['../rpc.ts', '../api.ts', 'react']],
    ['the engine to use the database', 'renderer/engine/archive/a.ts', ['../../db/t.ts', '../api.ts']],
    ['the database to use Dexie and shared', 'renderer/db/a.ts', ['dexie', '#shared/a.ts', './b.ts']],
    ['ui to use itself', 'renderer/ui/a/b.tsx', ['../theme/c.ts', 'react', 'react-aria-components']],
    ['main to start everything', 'electron/main.ts', ['electron', './window/a.ts', '#shared/a.ts']],
  ])('%s', (_what, path, specifiers) => {
    expect(findViolations([importing(path, ...specifiers)])).toEqual([]);
  });
});

describe('the rules refuse', () => {
  it.each([
    ['shared using electron’s code', 'shared/a/b.ts', '../../electron/files/c.ts'],
    ['shared using the renderer', 'shared/a/b.ts', '../../renderer/ui/c.tsx'],
    ['shared using resources', 'shared/a/b.ts', '../../resources/c.json'],
    ['shared using the package electron', 'shared/a/b.ts', 'electron'],
    ['shared using Node', 'shared/a/b.ts', 'node:fs'],
    ['shared using React', 'shared/a/b.ts', 'react'],
    ['shared using a package that is not on the list', 'shared/a/b.ts', 'lodash'],
    ['electron using the renderer', 'electron/handlers/a.ts', '../../renderer/engine/api.ts'],
    ['a handler using the package electron', 'electron/handlers/a.ts', 'electron'],
    ['electron using the stand-in', 'electron/main.ts', './stand-in/start.ts'],
    ['electron using the packager', 'electron/window/a.ts', '../dist/pack.ts'],
    ['electron driving a browser outside of the stand-in', 'electron/handlers/a.ts', 'playwright'],
    ['electron using Dexie', 'electron/handlers/a.ts', 'dexie'],
    ['the preload using anything else of shared', 'electron/preload.ts', '#shared/ipc/contract.ts'],
    ['the preload using electron’s code', 'electron/preload.ts', './files/file-system.ts'],
    ['the preload using a package', 'electron/preload.ts', 'zod'],
    ['a feature using another feature', 'renderer/features/today/a.tsx', '../customers/b.tsx'],
    ['a feature using the app', 'renderer/features/today/a.tsx', '../../app/b.tsx'],
    ['a feature using the database', 'renderer/features/today/a.tsx', '../../db/open-database.ts'],
    ['a feature using the inside of the engine', 'renderer/features/today/a.tsx', '../../engine/archive/archive.ts'],
    ['a feature using the side of the worker', 'renderer/features/today/a.tsx', '../../engine/index-keeper.ts'],
    ['the client of the engine using its inside', 'renderer/engine/client/a.ts', '../archive/archive.ts'],
    ['the engine using its client', 'renderer/engine/desk/a.ts', '../client/use-commit.ts'],
    ['a feature using electron’s code', 'renderer/features/today/a.tsx', '../../../electron/ports.ts'],
    ['a feature using Dexie', 'renderer/features/today/a.tsx', 'dexie'],
    ['ui using shared', 'renderer/ui/a/b.tsx', '#shared/i18n/translate.ts'],
    ['ui using the engine', 'renderer/ui/a/b.tsx', '../../engine/api.ts'],
    ['ui using platform', 'renderer/ui/a/b.tsx', '../../platform/clock.ts'],
    ['the database using the engine', 'renderer/db/a.ts', '../engine/api.ts'],
    ['the engine using a screen', 'renderer/engine/a.ts', '../features/today/b.tsx'],
    ['the engine using state', 'renderer/engine/a.ts', '../state/b.ts'],
    ['the engine using Dexie', 'renderer/engine/archive/a.ts', 'dexie'],
    ['state using a screen', 'renderer/state/a.ts', '../features/today/b.tsx'],
    ['platform using the engine', 'renderer/platform/a.ts', '../engine/api.ts'],
    ['display using a feature', 'renderer/display/a.tsx', '../features/today/b.tsx'],
    ['the app using the database', 'renderer/app/a.tsx', '../db/open-database.ts'],
    ['the renderer using the package electron', 'renderer/app/a.tsx', 'electron'],
    ['the renderer using Node', 'renderer/app/a.tsx', 'node:fs'],
    ['an import without its extension', 'electron/handlers/a.ts', '../files/file-system'],
    ['the network in electron', 'electron/handlers/a.ts', 'node:https'],
    ['the network by its old name', 'electron/handlers/a.ts', 'net'],
    ['names to resolve', 'electron/handlers/a.ts', 'node:dns/promises'],
    ['a network package', 'electron/handlers/a.ts', 'undici'],
    ['the network in the stand-in', 'electron/stand-in/a.ts', 'node:http'],
  ])('%s', (_what, path, specifier) => {
    expect(findViolations([importing(path, specifier)])).toHaveLength(1);
  });

  it.each([
    ['a dynamic import', `const x = await import('electron');`],
    ['an import for its effects', `import 'electron';`],
    ['a re-export', `export * from 'electron';`],
    ['a re-export of names', `export { app } from 'electron';`],
    ['a type', `import type { App } from 'electron';`],
    ['an import over several lines', `import {\n  app,\n  BrowserWindow,\n} from 'electron';`],
    ['require', `const x = require('electron');`],
    ['a worker', `new Worker(new URL('../../electron/main.ts', import.meta.url));`],
  ])('a forbidden import written as %s', (_how, text) => {
    expect(findViolations([file('shared/a/b.ts', text)])).toHaveLength(1);
  });

  it.each([
    ['fetch', 'await fetch(url);', 'renderer/app/a.ts'],
    ['a socket', 'const s = new WebSocket(url);', 'renderer/engine/a.ts'],
    ['a beacon', 'navigator.sendBeacon(url);', 'renderer/app/a.ts'],
    ['an old request', 'new XMLHttpRequest();', 'shared/a.ts'],
    ['a peer connection', 'new RTCPeerConnection();', 'renderer/app/a.ts'],
    ['fetch in main', 'fetch (url)', 'electron/handlers/a.ts'],
    ['ipcMain elsewhere', "ipcMain.handle('x', y);", 'electron/window/a.ts'],
    ['the type any', 'let x: any;', 'shared/a.ts'],
    ['any as an argument', 'function f(a: string, b: any) {}', 'shared/a.ts'],
    ['any in a generic', 'const x = new Map<string, any>();', 'renderer/app/a.ts'],
    ['a cast to any', 'const x = y as any;', 'electron/a.ts'],
    ['a list of any', 'type X = any[];', 'electron/a.ts'],
    ['a write of its own', "await database.transaction('rw', tables, work);", 'renderer/db/open-database.ts'],
    ['a write past Dexie', "database.transaction('x', 'readwrite', { durability: 'strict' });", 'renderer/db/a.ts'],
    ['a database of its own', 'const opening = indexedDB.open(name);', 'renderer/engine/a.ts'],
    ['markup made of a text', 'element.innerHTML = name;', 'renderer/app/a.ts'],
    ['markup made by React', '<p dangerouslySetInnerHTML={{ __html: name }} />', 'renderer/app/a.tsx'],
    ['a page made of a text', '<iframe ref={(frame) => (frame.srcdoc = note)} />', 'renderer/app/a.tsx'],
    ['code made of a text', 'new Function(formula)', 'shared/formula/a.ts'],
  ])('%s', (_what, text, path) => {
    expect(findViolations([file(path, text)])).toHaveLength(1);
  });

  it('import cycles, of two and of three', () => {
    const two = [importing('shared/a.ts', './b.ts'), importing('shared/b.ts', '#shared/a.ts')];
    const three = [
      importing('shared/c.ts', './d.ts'),
      importing('shared/d.ts', './e.ts'),
      importing('shared/e.ts', './c.ts'),
    ];
    expect(findViolations([...two, ...three])).toEqual([
      'import cycle: shared/a.ts → shared/b.ts → shared/a.ts',
      'import cycle: shared/c.ts → shared/d.ts → shared/e.ts → shared/c.ts',
    ]);
  });
});

describe('the rules do not mistake', () => {
  it.each([
    ['a word in a comment', '// any file may fetch (data) from a WebSocket by ipcMain\n/* import x from "electron" */'],
    ['a word in a sentence', `const x = 'any fetch( of WebSocket: any';`],
    ['a method of that name', 'client.fetch(1); prefetch(2);'],
    ['a property of that name', 'const x = { any: 1 }; x.any; f(any);'.replace('f(any);', '')],
  ])('%s', (_what, text) => {
    expect(findViolations([file('shared/a.ts', text)])).toEqual([]);
  });

  it('the one reader of the bundled samples, which elsewhere would be refused', () => {
    const text = "import a from '../../../resources/samples/a.csv?url';\nawait fetch(a);";
    expect(findViolations([file('renderer/features/imports/practice-files.ts', text)])).toEqual([]);
    expect(findViolations([file('renderer/features/imports/other.ts', text)])).toHaveLength(2);
  });
});
