import type { CatalogueTable, RecordOf } from '#shared/domain/tables.ts';
import type { EngineApi, EngineEvent } from './api.ts';

/** The methods of a part of EngineApi as they are called: each returns a Promise. */
export type Asynchronous<Api> = {
  readonly [M in keyof Api]: Api[M] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promise<Answer>
    : never;
};

/** Spelled out because mapping a generic method would lose its type parameter. */
export interface CatalogueMethod {
  catalogue<T extends CatalogueTable>(table: T): Promise<RecordOf<T>[]>;
}

export type EngineMethods = Asynchronous<Omit<EngineApi, 'catalogue'>> & CatalogueMethod;

/**
 * The engine as the screens hold it: every method of EngineApi asynchronous, and one ear for what the worker says unasked.
 * Expected failures reject with AppFailure.
 */
export type Engine = EngineMethods & {
  /** Returns what stops listening. */
  on(listener: (event: EngineEvent) => void): () => void;
};
