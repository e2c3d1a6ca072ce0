import { AppFailure, appError, type AppError } from '#shared/errors/app-error.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { EngineEvent } from './api.ts';
import type { Engine } from './client-types.ts';

export interface Answer {
  data: unknown;
  error: AppError | null;
}

export type Ask = (engine: Engine) => Promise<unknown>;

interface Entry {
  answer: Answer | null;
  /** Absent until somebody asked. */
  ask: Ask | null;
  /** Only changes of this customer make the answer stale; `null` for all. */
  customerId: CustomerId | null;
  /** Names something that the engine keeps only for a while: forgotten when nobody looks at it any more. */
  isPassing: boolean;
  listeners: Set<() => void>;
  isAsking: boolean;
  /** Something changed while the question was under way: ask once more. */
  isOutdated: boolean;
}

/** Answers that nobody looks at are kept so far, so that returning to a screen shows it at once. */
const keptAnswers = 60;

/**
 * Remembers the engine's answers by key and asks again when something was written. A new answer replaces the old one
 * in one step, so nothing on the screen goes blank in between.
 */
export class AnswerStore {
  readonly #engine: Engine;
  readonly #entries = new Map<string, Entry>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Starts listening to the engine; returns what stops it. */
  start(): () => void {
    return this.#engine.on((event) => {
      if (event.type === 'changed') this.#refresh(event);
    });
  }

  read(key: string): Answer | null {
    return this.#entries.get(key)?.answer ?? null;
  }

  subscribe(key: string, listener: () => void): () => void {
    const entry = this.#entry(key);
    entry.listeners.add(listener);
    return () => {
      entry.listeners.delete(listener);
      if (entry.isPassing && entry.listeners.size === 0) this.#entries.delete(key);
      this.#forgetSurplus();
    };
  }

  /** Asks, unless an answer that is not outdated is there already or under way. */
  request(key: string, ask: Ask, customerId: CustomerId | null, isPassing = false): void {
    const entry = this.#entry(key);
    entry.ask = ask;
    entry.customerId = customerId;
    entry.isPassing = isPassing;
    if (entry.isAsking) return;
    if (entry.answer === null || entry.isOutdated || entry.answer.error !== null) void this.#ask(entry);
  }

  #entry(key: string): Entry {
    let entry = this.#entries.get(key);
    if (entry) {
      // Newest last, for forgetting.
      this.#entries.delete(key);
    } else {
      entry = {
        answer: null,
        ask: null,
        customerId: null,
        isPassing: false,
        listeners: new Set(),
        isAsking: false,
        isOutdated: false,
      };
    }
    this.#entries.set(key, entry);
    return entry;
  }

  async #ask(entry: Entry): Promise<void> {
    if (entry.isAsking || !entry.ask) {
      entry.isOutdated = true;
      return;
    }
    entry.isAsking = true;
    do {
      entry.isOutdated = false;
      try {
        entry.answer = { data: await entry.ask(this.#engine), error: null };
      } catch (error) {
        const failure = error instanceof AppFailure ? error.error : appError('ipc/internal', { channel: 'engine' });
        entry.answer = { data: entry.answer?.data, error: failure };
      }
    } while (entry.isOutdated && entry.listeners.size > 0);
    entry.isAsking = false;
    for (const listener of entry.listeners) listener();
  }

  #refresh(event: Extract<EngineEvent, { type: 'changed' }>): void {
    for (const entry of this.#entries.values()) {
      const { customerId } = entry;
      if (customerId !== null && event.customerIds !== 'many' && !event.customerIds.includes(customerId)) continue;
      if (entry.listeners.size > 0) void this.#ask(entry);
      else entry.isOutdated = true;
    }
  }

  #forgetSurplus(): void {
    let surplus = this.#entries.size - keptAnswers;
    for (const [key, entry] of this.#entries) {
      if (surplus <= 0) return;
      if (entry.listeners.size > 0) continue;
      this.#entries.delete(key);
      surplus -= 1;
    }
  }
}
