import type { Decision } from '#shared/comparison/kept-decisions.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { RelationKind } from '#shared/domain/relation-kind/relation-kind.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { CatalogueTable, RecordOf } from '#shared/domain/tables.ts';
import { AppFailure, appError, type AppError } from '#shared/errors/app-error.ts';
import { customKey, type FilterField } from '#shared/filter/fields.ts';
import type { ArchiveLookup, ImportEdit, MatchHit, MatchKey, Outcome, RowOutcome } from '#shared/imports/plan/plan.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Committed, Edit } from '../../engine/api.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type {
  ComparedLine,
  ComparisonSummary,
  ImportProgress,
  ImportSettings,
  PlannedDecisions,
  PlanRequest,
  PlanSummary,
  Preview,
  PreviewChange,
  ServiceMethod,
  ShownLines,
  ToPage,
  ToWorker,
} from './protocol.ts';

/** The engine, as far as an import needs it. */
export interface ImportArchive {
  matches(keys: MatchKey[]): Promise<MatchHit[][]>;
  existing(keys: string[]): Promise<boolean[]>;
  dossiers(ids: CustomerId[]): Promise<Dossier[]>;
  catalogue<T extends CatalogueTable>(table: T): Promise<RecordOf<T>[]>;
  relationKinds(): Promise<RelationKind[]>;
  holders(field: FilterField, values: string[]): Promise<Pick<MatchHit, 'id' | 'name'>[][]>;
  stage(stageId: string, edits: Edit[]): Promise<void>;
  commitStaged(stageId: string, reason: Reason): Promise<Committed>;
  discardStaged(stageId: string): Promise<void>;
}

/** Edits carried at a time: a message of these is copied in a few milliseconds. */
const editsAtOnce = 250;

/** One file on its way in, worked on in a worker of its own. Every method rejects with AppFailure. */
export interface ImportClient {
  open(file: File): Promise<Preview>;
  change(change: PreviewChange): Promise<Preview>;
  plan(request: PlanRequest): Promise<PlanSummary>;
  outcomes(outcome: Outcome | null, from: number, to: number): Promise<RowOutcome[]>;
  /** Writes what was planned as one change set, which undo takes back. */
  commit(): Promise<Committed>;
  compare(decisions: readonly Decision[]): Promise<ComparisonSummary>;
  compareAgain(customerIds: CustomerId[] | 'many'): Promise<ComparisonSummary>;
  comparedLines(shown: ShownLines, from: number, to: number): Promise<{ total: number; lines: ComparedLine[] }>;
  decide(decision: Decision): Promise<ComparisonSummary>;
  matchedIds(): Promise<CustomerId[]>;
  /** Writes what was decided about a list as one change set. */
  commitDecisions(): Promise<Committed>;
  /** The rows that failed as a CSV with their reasons, UTF-8 with byte-order mark. */
  failedRows(): Promise<string>;
  /** Stops at once; what was under way rejects with `import/cancelled`. Nothing was written. */
  close(): void;
}

export interface ImportClientOptions {
  archive: ImportArchive;
  settings: ImportSettings;
  onProgress(progress: ImportProgress): void;
  /** Hands a picture to main, which seals it. Rejects with AppFailure. */
  storePicture(bytes: Uint8Array<ArrayBuffer>): Promise<unknown>;
}

/** Starts the worker of an import. `signal` closes it like `close()`. */
export function startImport(options: ImportClientOptions, signal?: AbortSignal): ImportClient {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module', name: 'import' });
  const client = connectImport(
    {
      post: (message) => {
        worker.postMessage(message);
      },
      close: () => {
        worker.terminate();
      },
    },
    options,
  );
  worker.addEventListener('message', (event: MessageEvent<ToPage>) => {
    client.receive(event.data);
  });
  // A worker that dies, for want of memory for example, must not leave the screen waiting.
  worker.addEventListener('error', (event) => {
    reportError(event.error ?? new Error(event.message));
    client.fail(appError('import/damaged'));
  });
  signal?.addEventListener('abort', () => {
    client.close();
  });
  return client;
}

/** The worker's other end, apart from the worker, for tests. */
export interface ImportWire {
  post(message: ToWorker): void;
  close(): void;
}

type ConnectedClient = ImportClient & { receive(message: ToPage): void; fail(error: AppError): void };

export function connectImport(wire: ImportWire, options: ImportClientOptions): ConnectedClient {
  const { archive, settings } = options;
  const waiting = new Map<number, (result: Result<unknown, AppError>) => void>();
  let nextId = 1;
  let ended: AppError | undefined;
  let planned: PlanSummary | undefined;

  const call = <T>(method: ServiceMethod, ...args: unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      if (ended) {
        reject(new AppFailure(ended));
        return;
      }
      const id = nextId++;
      waiting.set(id, (result) => {
        if (result.ok) resolve(result.value as T);
        else reject(new AppFailure(result.error));
      });
      wire.post({ type: 'call', id, method, args });
    });

  const end = (error: AppError): void => {
    ended ??= error;
    wire.close();
    for (const settle of waiting.values()) settle({ ok: false, error: ended });
    waiting.clear();
  };

  const write = async ({ receiptId, edits, pictures }: PlannedDecisions, reason: Reason): Promise<Committed> => {
    try {
      // What a record names must be there before the record is.
      for (let index = 0; index < pictures; index++) await options.storePicture(await call('picture', index));
      for (let from = 0; from < edits; from += editsAtOnce) {
        await archive.stage(receiptId, await call<ImportEdit[]>('edits', from, from + editsAtOnce));
      }
      return await archive.commitStaged(receiptId, reason);
    } catch (error) {
      await archive.discardStaged(receiptId);
      throw error;
    }
  };

  const lookup = lookupIn(archive);

  const answer = async ({ id, method, args }: Extract<ToPage, { type: 'lookup' }>): Promise<void> => {
    let result: Result<unknown, AppError>;
    try {
      const question = lookup[method] as (...values: unknown[]) => Promise<unknown>;
      result = { ok: true, value: await question(...args) };
    } catch (error) {
      result = {
        ok: false,
        error: error instanceof AppFailure ? error.error : appError('ipc/internal', { channel: method }),
      };
    }
    if (!ended) wire.post({ type: 'lookup-reply', id, result });
  };

  return {
    open: (file) => call('open', file, settings),
    change: (change) => {
      planned = undefined;
      return call('change', change);
    },
    plan: async (request) => {
      planned = await call<PlanSummary>('plan', request);
      return planned;
    },
    outcomes: (outcome, from, to) => call('outcomes', outcome, from, to),
    failedRows: () => call('failedRows'),
    compare: (decisions) => call('compare', decisions),
    compareAgain: (customerIds) => call('compareAgain', customerIds),
    comparedLines: (shown, from, to) => call('comparedLines', shown, from, to),
    decide: (decision) => call('decide', decision),
    matchedIds: () => call('matchedIds'),
    commit: async () => {
      if (!planned) throw new AppFailure(appError('import/no-rows'));
      const { receipt, kind, edits, pictures } = planned;
      return write({ receiptId: receipt.id, edits, pictures }, `import/${kind}`);
    },
    commitDecisions: async () => write(await call<PlannedDecisions>('planDecisions'), 'import/comparison'),
    close: () => {
      end(appError('import/cancelled'));
    },
    fail: end,
    receive: (message) => {
      switch (message.type) {
        case 'reply':
          waiting.get(message.id)?.(message.result);
          waiting.delete(message.id);
          break;
        case 'lookup':
          void answer(message);
          break;
        case 'progress':
          options.onProgress(message.progress);
          break;
      }
    },
  };
}

/** What an import asks of the archive while it plans. */
export function lookupIn(
  archive: Pick<ImportArchive, 'matches' | 'existing' | 'dossiers' | 'catalogue' | 'relationKinds' | 'holders'>,
): ArchiveLookup {
  return {
    matches: (keys) => archive.matches(keys),
    existing: (keys) => archive.existing(keys),
    dossiers: (ids) => archive.dossiers(ids),
    tags: () => archive.catalogue('tag'),
    customFields: () => archive.catalogue('customField'),
    holders: (fieldId, values) => archive.holders(customKey(fieldId), values),
    products: () => archive.catalogue('product'),
    words: () => archive.catalogue('word'),
    relationKinds: () => archive.relationKinds(),
    receipts: () => archive.catalogue('importBatch'),
  };
}
