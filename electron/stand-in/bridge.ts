import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { type Answer, type BridgeNames, type Delivery, runPreloadInPage, type ToHost } from './page-shim.ts';

/** Answers one request of the window, whoever sent it; `trusted` says whether it was our own main frame. */
export type Ask = (request: { channel: string; input: unknown; trusted: boolean }) => Promise<unknown>;

export interface Bridge {
  readonly send: (channel: string, ...args: unknown[]) => Promise<void>;
}

const pieceBytes = 1_500_000; // divisible by three, so that no piece of base64 is padded in the middle
const inlineBytes = 32_768;

/** Connects the built preload to the handlers. Must run before the page is navigated. */
export async function connectBridge(page: Page, origin: string, preloadPath: string, ask: Ask): Promise<Bridge> {
  const random = (): string => `kebu${randomBytes(9).toString('hex')}`;
  const names: BridgeNames = {
    origin,
    binding: random(),
    event: random(),
    bytesKey: random(),
    inlineBytes,
    pieceBytes,
  };
  const uploads = new Map<number, Buffer[]>();
  const downloads = new Map<number, Uint8Array>();
  let lastId = 0;

  async function answer(message: ToHost, trusted: boolean): Promise<number | string | Answer> {
    if (message.do === 'ask') return answerAsk(message, trusted);
    if (!trusted) throw new Error('Refused: not the window of this app');
    if (message.do === 'upload') {
      const id = message.partOf ?? ++lastId;
      const pieces = uploads.get(id) ?? [];
      pieces.push(Buffer.from(message.base64, 'base64'));
      uploads.set(id, pieces);
      return id;
    }
    const bytes = downloads.get(message.id) ?? new Uint8Array();
    const end = message.offset + pieceBytes;
    if (end >= bytes.length) downloads.delete(message.id);
    return Buffer.from(bytes.subarray(message.offset, end)).toString('base64');
  }

  async function answerAsk(message: ToHost & { do: 'ask' }, trusted: boolean): Promise<Answer> {
    const received = message.uploads.map((id) => {
      const bytes = new Uint8Array(Buffer.concat(uploads.get(id) ?? []));
      uploads.delete(id);
      return bytes;
    });
    const [input] = JSON.parse(message.json, (_key, value: unknown) => {
      const bytes = readBytes(value, names.bytesKey);
      if (bytes === null) return value;
      return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : received[bytes];
    }) as [unknown];
    const reply = await ask({ channel: message.channel, input, trusted });
    const outgoing: { id: number; sizeBytes: number }[] = [];
    // A Buffer turns itself into a list of numbers before a replacer sees it, so the value is taken from its holder.
    const json = JSON.stringify([reply], function (this: Record<string, unknown>, key: string, value: unknown) {
      const original = this[key];
      if (!(original instanceof Uint8Array)) return value;
      if (original.length <= inlineBytes) return { [names.bytesKey]: Buffer.from(original).toString('base64') };
      lastId += 1;
      if (original.length > 0) downloads.set(lastId, original);
      return { [names.bytesKey]: outgoing.push({ id: lastId, sizeBytes: original.length }) - 1 };
    });
    return { json, downloads: outgoing };
  }

  await page.exposeBinding(names.binding, ({ frame }, message: ToHost) => {
    const trusted = frame === page.mainFrame() && new URL(frame.url()).origin === origin;
    return answer(message, trusted);
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    uploads.clear();
    downloads.clear();
  });
  const preload = readFileSync(preloadPath, 'utf8');
  await page.addInitScript(
    `(${runPreloadInPage.toString()})(${JSON.stringify(names)}, function (require, module, exports) {${preload}\n});`,
  );

  return {
    async send(channel, ...args) {
      await page.evaluate(
        ([name, detail]) => (globalThis as unknown as EventTarget).dispatchEvent(new CustomEvent(name, { detail })),
        [names.event, { channel, args } satisfies Delivery] as const,
      );
    },
  };
}

/** The part that an object stands for, or its bytes in base64; `null` for any other value. */
function readBytes(value: unknown, bytesKey: string): number | string | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, bytesKey)) return null;
  const bytes: unknown = (value as Record<string, unknown>)[bytesKey];
  return typeof bytes === 'number' || typeof bytes === 'string' ? bytes : null;
}
