import { AppFailure, appError, type AppError } from '#shared/errors/app-error.ts';
import type { ArchiveLookup } from '#shared/imports/plan/plan.ts';
import type { Result } from '#shared/lib/result.ts';
import { newId } from '../../platform/ids.ts';
import { ImportSession } from './import-session.ts';
import type { LookupMethod, ToPage, ToWorker } from './protocol.ts';

/** Between two pauses in which messages come in. */
const breatheEveryMs = 40;

const waiting = new Map<number, (result: Result<unknown, AppError>) => void>();
let nextId = 1;
let breathedAt = performance.now();

function post(message: ToPage): void {
  postMessage(message);
}

/** Asks the archive, which lives in another worker, through the page. */
function ask(method: LookupMethod, args: unknown[]): Promise<unknown> {
  const id = nextId++;
  return new Promise((resolve, reject) => {
    waiting.set(id, (result) => {
      if (result.ok) resolve(result.value);
      else reject(new AppFailure(result.error));
    });
    post({ type: 'lookup', id, method, args });
  });
}

const lookup: ArchiveLookup = {
  matches: (keys) => ask('matches', [keys]) as ReturnType<ArchiveLookup['matches']>,
  existing: (keys) => ask('existing', [keys]) as ReturnType<ArchiveLookup['existing']>,
  dossiers: (ids) => ask('dossiers', [ids]) as ReturnType<ArchiveLookup['dossiers']>,
  tags: () => ask('tags', []) as ReturnType<ArchiveLookup['tags']>,
  customFields: () => ask('customFields', []) as ReturnType<ArchiveLookup['customFields']>,
  holders: (fieldId, values) => ask('holders', [fieldId, values]) as ReturnType<ArchiveLookup['holders']>,
  relationKinds: () => ask('relationKinds', []) as ReturnType<ArchiveLookup['relationKinds']>,
  receipts: () => ask('receipts', []) as ReturnType<ArchiveLookup['receipts']>,
  words: () => ask('words', []) as ReturnType<ArchiveLookup['words']>,
  products: () => ask('products', []) as ReturnType<ArchiveLookup['products']>,
};

let progressAt = 0;
const session = new ImportSession({
  lookup,
  newId,
  onProgress: (progress) => {
    const now = performance.now();
    if (now - progressAt < breatheEveryMs && progress.done < progress.total) return;
    progressAt = now;
    post({ type: 'progress', progress });
  },
  breathe: async () => {
    if (performance.now() - breathedAt < breatheEveryMs) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    breathedAt = performance.now();
  },
});

async function answer({ id, method, args }: Extract<ToWorker, { type: 'call' }>): Promise<void> {
  let result: Result<unknown, AppError>;
  try {
    const call = session[method].bind(session) as (...values: unknown[]) => Promise<unknown>;
    result = { ok: true, value: await call(...args) };
  } catch (error) {
    if (!(error instanceof AppFailure)) reportError(error);
    result = {
      ok: false,
      error: error instanceof AppFailure ? error.error : appError('ipc/internal', { channel: method }),
    };
  }
  post({ type: 'reply', id, result });
}

// One call after the other: a change waits for the reading under way, as both work on the same table.
let queue: Promise<void> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'lookup-reply') {
    waiting.get(data.id)?.(data.result);
    waiting.delete(data.id);
  } else {
    queue = queue.then(() => answer(data));
  }
});
