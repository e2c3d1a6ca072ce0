/** What the two sides agree on for one window. The names are random, so that nothing in a page can meet them by accident. */
export interface BridgeNames {
  readonly origin: string;
  /** The function the host puts on the page; gone again before any of the page's own scripts run. */
  readonly binding: string;
  /** The event that carries what main says unasked. */
  readonly event: string;
  /** The only key of an object that stands for bytes in JSON: a number names the part, a text is the bytes in base64. */
  readonly bytesKey: string;
  /** Bytes up to this many travel within the message: a trip of their own would take longer than the rest of a save. */
  readonly inlineBytes: number;
  /** Bytes cross in pieces of this size: a large one would keep the page's thread busy for too long. */
  readonly pieceBytes: number;
}

/** What crosses from the page to the host, and what comes back. */
export type ToHost =
  | { readonly do: 'upload'; readonly base64: string; readonly partOf: number | null }
  | { readonly do: 'ask'; readonly channel: string; readonly json: string; readonly uploads: readonly number[] }
  | { readonly do: 'download'; readonly id: number; readonly offset: number };
export interface Answer {
  readonly json: string;
  readonly downloads: readonly { readonly id: number; readonly sizeBytes: number }[];
}

/** What the page side needs of a browser; the main process is compiled without the DOM. */
interface PageGlobals {
  readonly top: unknown;
  readonly location: { readonly origin: string };
  addEventListener(name: string, listener: (event: CustomEvent<Delivery>) => void): void;
  [binding: string]: unknown;
}
interface Base64Bytes extends Uint8Array {
  toBase64(): string;
  setFromBase64(base64: string): unknown;
}
export interface Delivery {
  readonly channel: string;
  readonly args: readonly unknown[];
}

type Listener = (event: object, ...args: unknown[]) => void;
type PreloadScript = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

/**
 * Runs the built preload in the page with the few parts of `electron` that it uses.
 * Goes to the page as source text, so it may refer to nothing outside itself.
 */
export function runPreloadInPage(names: BridgeNames, preload: PreloadScript): void {
  const page = globalThis as unknown as PageGlobals;
  const toHost = page[names.binding] as (message: ToHost) => Promise<unknown>;
  delete page[names.binding];
  if (page !== page.top || page.location.origin !== names.origin) return;

  function fromBase64(base64: string): Uint8Array {
    const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
    const bytes = new Uint8Array((base64.length / 4) * 3 - padding);
    (bytes as Base64Bytes).setFromBase64(base64);
    return bytes;
  }

  async function upload(bytes: Uint8Array): Promise<number> {
    let id: number | null = null;
    let offset = 0;
    do {
      const piece = bytes.subarray(offset, offset + names.pieceBytes);
      id = (await toHost({ do: 'upload', base64: (piece as Base64Bytes).toBase64(), partOf: id })) as number;
      offset += names.pieceBytes;
    } while (offset < bytes.length);
    return id;
  }

  async function download(id: number, sizeBytes: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(sizeBytes);
    for (let offset = 0; offset < sizeBytes; offset += names.pieceBytes) {
      const base64 = (await toHost({ do: 'download', id, offset })) as string;
      (bytes.subarray(offset) as Base64Bytes).setFromBase64(base64);
    }
    return bytes;
  }

  async function invoke(channel: string, input: unknown): Promise<unknown> {
    const parts: Uint8Array[] = [];
    // Electron clones what crosses; what cannot be cloned must fail here too.
    const json = JSON.stringify([structuredClone(input)], (_key, value: unknown) =>
      value instanceof Uint8Array
        ? {
            [names.bytesKey]:
              value.length <= names.inlineBytes ? (value as Base64Bytes).toBase64() : parts.push(value) - 1,
          }
        : value,
    );
    const uploads: number[] = [];
    for (const part of parts) uploads.push(await upload(part));
    const answer = (await toHost({ do: 'ask', channel, json, uploads })) as Answer;
    const downloads: Uint8Array[] = [];
    for (const { id, sizeBytes } of answer.downloads) downloads.push(await download(id, sizeBytes));
    const [reply] = JSON.parse(answer.json, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || !(names.bytesKey in value)) return value;
      const bytes = (value as Record<string, number | string>)[names.bytesKey];
      if (typeof bytes === 'string') return fromBase64(bytes);
      return downloads[bytes ?? -1];
    }) as [unknown];
    return reply;
  }

  const listeners = new Map<string, Set<Listener>>();
  page.addEventListener(names.event, (event) => {
    const { channel, args } = event.detail;
    for (const listener of new Set(listeners.get(channel))) listener({}, ...args);
  });
  const ipcRenderer = {
    invoke,
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set<Listener>()).add(listener));
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
    },
  };
  const contextBridge = {
    exposeInMainWorld(name: string, api: object) {
      Object.defineProperty(page, name, { value: Object.freeze(api), enumerable: true });
    },
  };
  function requireElectron(name: string): unknown {
    if (name !== 'electron') throw new Error(`The preload asked for ${name}`);
    return { contextBridge, ipcRenderer };
  }
  const module = { exports: {} };
  preload(requireElectron, module, module.exports);
}
