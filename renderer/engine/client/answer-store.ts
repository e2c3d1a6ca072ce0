import { AppFailure, appError, type AppError } from '#shared/errors/app-error.ts';
import type { EngineEvent } from '../api.ts';
import type { Engine } from '../client-types.ts';
import type { Concern, Question } from './question.ts';
import { isSameAnswer } from './same-answer.ts';

export interface Answer {
  data: unknown;
  error: AppError | null;
}

export type Ask = (engine: Engine) => Promise<unknown>;

/**
 * Whether the answer names something that the engine keeps only for a while. `true`: forgotten when nobody looks at it any
 * more. The name of a slot: the engine keeps it until the slot is asked for something else.
 */
export type Passing = boolean | { slot: string };

interface Entry {
  answer: Answer | null;
  /** Absent until somebody asked. */
  ask: Ask | null;
  /** Whose changes make the answer stale; `null` for all. */
  concerns: Concern | null;
  passing: Passing;
  listeners: Set<() => void>;
  /** Settled when the answer that is under way is there. */
  asking: Promise<void> | null;
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
  /** What each slot was asked last, by key. */
  readonly #latest = new Map<string, string>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Starts listening to the engine; returns what stops it. */
  start(): () => void {
    return this.#engine.on((event) => {
      if (event.type === 'changed') this.#refresh(event);
      else if (event.type === 'erased') this.#forgetUnseen();
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
      if (this.#isPast(key, entry)) this.#entries.delete(key);
      this.#forgetSurplus();
    };
  }

  /** Asks, unless an answer that is not outdated is there already or under way. */
  request(key: string, ask: Ask, concerns: Concern | null, passing: Passing = false): void {
    const entry = this.#entry(key);
    entry.ask = ask;
    entry.concerns = concerns;
    entry.passing = passing;
    const isPast = this.#isPast(key, entry);
    if (typeof passing === 'object') this.#askInSlot(passing.slot, key);
    if (entry.asking) return;
    if (entry.answer === null || entry.isOutdated || isPast || entry.answer.error !== null) this.#ask(entry);
  }

  #askInSlot(slot: string, key: string): void {
    const before = this.#latest.get(slot);
    this.#latest.set(slot, key);
    const entry = before === undefined ? undefined : this.#entries.get(before);
    if (before !== undefined && entry && this.#isPast(before, entry)) this.#entries.delete(before);
  }

  /** Nobody looks at it, and what it names may be gone. */
  #isPast(key: string, { passing, listeners }: Entry): boolean {
    if (passing === false || listeners.size > 0) return false;
    return passing === true || this.#latest.get(passing.slot) !== key;
  }

  /** Asks ahead of whoever will want to know; resolves when all of it is there. */
  async askAhead(questions: readonly Question[]): Promise<void> {
    for (const { key, ask, concerns = null } of questions) this.request(key, ask, concerns);
    await Promise.all(questions.flatMap(({ key }) => this.#entries.get(key)?.asking ?? []));
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
        concerns: null,
        passing: false,
        listeners: new Set(),
        asking: null,
        isOutdated: false,
      };
    }
    this.#entries.set(key, entry);
    return entry;
  }

  #ask(entry: Entry): void {
    const { ask } = entry;
    if (entry.asking || !ask) entry.isOutdated = true;
    else entry.asking = this.#answer(entry, ask);
  }

  async #answer(entry: Entry, firstAsk: Ask): Promise<void> {
    do {
      entry.isOutdated = false;
      try {
        const data = await (entry.ask ?? firstAsk)(this.#engine);
        // What is as it was need not be drawn again.
        if (!entry.answer || entry.answer.error || !isSameAnswer(entry.answer.data, data)) {
          entry.answer = { data, error: null };
        }
      } catch (error) {
        const failure = error instanceof AppFailure ? error.error : appError('ipc/internal', { channel: 'engine' });
        entry.answer = { data: entry.answer?.data, error: failure };
      }
    } while (entry.isOutdated && entry.listeners.size > 0);
    entry.asking = null;
    for (const listener of entry.listeners) listener();
  }

  #refresh(event: Extract<EngineEvent, { type: 'changed' }>): void {
    for (const entry of this.#entries.values()) if (isConcerned(entry.concerns, event)) entry.isOutdated = true;
    // Whoever wrote hears of it first: that message comes right behind this one.
    setTimeout(() => {
      for (const entry of this.#entries.values()) if (entry.isOutdated && entry.listeners.size > 0) this.#ask(entry);
    });
  }

  /** What nobody looks at may tell of somebody who is erased. */
  #forgetUnseen(): void {
    for (const [key, { listeners, asking }] of this.#entries) {
      if (listeners.size === 0 && asking === null) this.#entries.delete(key);
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

function isConcerned(concerns: Concern | null, event: Extract<EngineEvent, { type: 'changed' }>): boolean {
  if (concerns === null) return true;
  if (concerns === 'catalogue') return event.isOfCatalogue;
  return event.customerIds === 'many' || event.customerIds.includes(concerns);
}
