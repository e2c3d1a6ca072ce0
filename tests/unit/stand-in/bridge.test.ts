import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import * as fc from 'fast-check';
import type { Page } from 'playwright';
import { afterAll, expect, it } from 'vitest';
import { type Ask, connectBridge } from '../../../electron/stand-in/bridge.ts';

const origin = 'https://kebu.invalid';
const folder = mkdtempSync(join(tmpdir(), 'kebu-bridge-'));
const preloadPath = join(folder, 'preload.cjs');
writeFileSync(
  preloadPath,
  `const { contextBridge, ipcRenderer } = require('electron');
   contextBridge.exposeInMainWorld('kebu', {
     invoke: (channel, input) => ipcRenderer.invoke(channel, input),
     on: (name, listener) => { const heard = (event, ...args) => listener(...args); ipcRenderer.on(name, heard); return () => ipcRenderer.off(name, heard); },
   });`,
);
afterAll(() => rmSync(folder, { recursive: true }));

interface Kebu {
  invoke(channel: string, input?: unknown): Promise<unknown>;
  on(name: string, listener: (...args: unknown[]) => void): () => void;
}
type Binding = (source: { frame: { url(): string } }, message: unknown) => Promise<unknown>;

/** What Chromium's bytes can and Node's cannot yet. */
Object.assign(Uint8Array.prototype, {
  toBase64(this: Uint8Array): string {
    return Buffer.from(this.buffer, this.byteOffset, this.length).toString('base64');
  },
  setFromBase64(this: Uint8Array, text: string): void {
    this.set(Buffer.from(text, 'base64'));
  },
});

/** A page made of what the bridge uses of one: its frames, its binding and its scripts. */
async function openPage(ask: Ask, at = { origin, isTop: true }) {
  const main = { url: () => `${at.origin}/` };
  let binding: Binding = () => Promise.reject(new Error('not bound'));
  let script = '';
  let bindingName = '';
  const events = new EventTarget();
  const page = {
    mainFrame: () => main,
    on: () => undefined,
    exposeBinding: (name: string, bound: Binding) => {
      bindingName = name;
      binding = bound;
    },
    addInitScript: (text: string) => {
      script = text;
    },
    evaluate: (_run: unknown, [name, detail]: [string, unknown]) =>
      events.dispatchEvent(new CustomEvent(name, { detail })),
  };
  const bridge = await connectBridge(page as unknown as Page, origin, preloadPath, ask);
  const toHost = (message: unknown): Promise<unknown> =>
    binding({ frame: at.isTop ? main : { url: () => `${origin}/` } }, JSON.parse(JSON.stringify(message)));
  const context = createContext({
    location: { origin: at.origin },
    addEventListener: events.addEventListener.bind(events),
    structuredClone,
    Uint8Array,
    [bindingName]: toHost,
  });
  runInContext(`globalThis.top = ${at.isTop ? 'globalThis' : '{}'}; ${script}`, context);
  return { bridge, toHost, kebu: context['kebu'] as Kebu, names: Object.keys(context), bindingName };
}

const echo: Ask = ({ input }) => Promise.resolve(input);

it('carries JSON and bytes to the handlers and back unharmed', async () => {
  const { kebu } = await openPage(echo);
  const anyBytes = fc.uint8Array({ maxLength: 50 });
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.jsonValue(),
      anyBytes,
      fc.dictionary(fc.string(), tie('any')),
      fc.array(tie('any'), { maxLength: 4 }),
    ),
  })).any;
  await fc.assert(
    fc.asyncProperty(value, async (sent) => {
      const received = await kebu.invoke('any', sent);
      expect(comparable(received)).toEqual(comparable(sent));
    }),
  );
});

it.each([0, 1, 32_768, 32_769, 1_499_999, 1_500_000, 1_500_001, 8 * 1024 * 1024])(
  'carries %i bytes unharmed',
  async (size) => {
    const { kebu } = await openPage(async ({ input }) => {
      expect(input).toBeInstanceOf(Uint8Array);
      return { content: input };
    });
    const sent = new Uint8Array(size).fill(7);
    sent[size - 1] = 9;
    const received = (await kebu.invoke('any', sent)) as { content: Uint8Array };
    expect(Buffer.compare(received.content, sent)).toBe(0);
  },
);

it('hands on a Buffer of a handler as bytes', async () => {
  const { kebu } = await openPage(() => Promise.resolve({ chunk: Buffer.from('abc') }));
  expect(comparable(await kebu.invoke('any'))).toEqual({ chunk: { bytes: '616263' } });
});

it('keeps simultaneous requests apart', async () => {
  const { kebu } = await openPage(async ({ input }) => input);
  const sent = Array.from({ length: 20 }, (_, index) => new Uint8Array(1000 + index).fill(index));
  const received = await Promise.all(sent.map((content) => kebu.invoke('any', { content })));
  expect(received.map(comparable)).toEqual(sent.map((content) => comparable({ content })));
});

it('fails as Electron does for what cannot be cloned', async () => {
  const { kebu } = await openPage(echo);
  await expect(kebu.invoke('any', () => 1)).rejects.toThrow('could not be cloned');
});

it('tells the window what main says, until it stops listening', async () => {
  const { kebu, bridge } = await openPage(echo);
  const heard: unknown[] = [];
  const stop = kebu.on('lock-requested', (...args) => heard.push(args));
  await bridge.send('lock-requested', 1);
  await bridge.send('quit-requested');
  stop?.();
  await bridge.send('lock-requested', 2);
  expect(heard).toEqual([[1]]);
});

it('leaves nothing of itself on the page', async () => {
  const { names, bindingName } = await openPage(echo);
  expect(names).toContain('kebu');
  expect(names).not.toContain(bindingName);
});

it.each([
  ['a frame', { origin, isTop: false }],
  ['another origin', { origin: 'https://elsewhere.example', isTop: true }],
])('gives %s no bridge, calls it a stranger, and takes no bytes from it', async (_who, at) => {
  const trusted: boolean[] = [];
  const { kebu, toHost } = await openPage(async (request) => void trusted.push(request.trusted), at);
  expect(kebu).toBeUndefined();
  await toHost({ do: 'ask', channel: 'app/info', json: '[{}]', uploads: [] });
  expect(trusted).toEqual([false]);
  await expect(toHost({ do: 'upload', base64: 'AAAA', partOf: null })).rejects.toThrow('Refused');
  await expect(toHost({ do: 'download', id: 1, offset: 0 })).rejects.toThrow('Refused');
});

/** Values of two worlds side by side: bytes as text, `undefined` and -0 as JSON has them. */
function comparable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      inner instanceof Uint8Array ? { bytes: Buffer.from(inner).toString('hex') } : inner,
    ),
  );
}
