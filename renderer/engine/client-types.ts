import type { CatalogueTable, RecordOf } from '#shared/domain/tables.ts';
import type { EngineApi, EngineEvent, EngineMethod } from './api.ts';

/**
 * The engine as the screens hold it: every method of EngineApi asynchronous, and one ear for what the worker says unasked.
 * Expected failures reject with AppFailure.
 */
export type Engine = {
  readonly [M in Exclude<EngineMethod, 'catalogue'>]: (
    ...args: Parameters<EngineApi[M]>
  ) => Promise<ReturnType<EngineApi[M]>>;
} & {
  /** Spelled out because mapping a generic method would lose its type parameter. */
  catalogue<T extends CatalogueTable>(table: T): Promise<RecordOf<T>[]>;
  /** Returns what stops listening. */
  on(listener: (event: EngineEvent) => void): () => void;
};
