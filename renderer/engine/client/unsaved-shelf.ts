import {
  keyOfPlace,
  unsavedSchemas,
  type Unsaved,
  type UnsavedKind,
  type UnsavedPlace,
} from '#shared/unsaved/unsaved.ts';
import type { Engine } from '../client-types.ts';

/** Words that are about a customer, or about what goes along with one, and not about one of its facts. */
const followingKinds = [
  'composer',
  'follow-up',
  'today-log',
  'interaction',
  'contact',
  'order',
  'new-order',
  'relation',
] as const satisfies UnsavedKind[];

/** What was typed and not saved yet, at hand for the boxes it was typed into. On lock: gone with the window's memory. */
export class UnsavedShelf {
  readonly #engine: Pick<Engine, 'keepUnsaved'>;
  readonly #contents: Map<string, unknown>;
  readonly #onForgotten = new Set<() => void>();

  constructor(engine: Pick<Engine, 'keepUnsaved'>, contents: Readonly<Record<string, unknown>>) {
    this.#engine = engine;
    this.#contents = new Map(Object.entries(contents));
  }

  /** `null` when nothing was left there, and for what another Kebu with other boxes left. */
  read<K extends UnsavedKind>(place: UnsavedPlace<K>): Unsaved<K> | null {
    const content = this.#contents.get(keyOfPlace(place));
    // Nearly every place is empty, and each card asks of dozens.
    if (content === undefined) return null;
    const found = unsavedSchemas[place.kind].safeParse(content);
    return found.success ? (found.data as Unsaved<K>) : null;
  }

  /** Whether anything is left that was typed about somebody. */
  holds(customerId: string): boolean {
    return [...this.#contents.keys()].some((key) => key.includes(customerId));
  }

  /** What was being typed about somebody goes along to whom they turned out to be, where nothing is being typed yet. */
  follow(from: string, to: string): void {
    for (const kind of followingKinds) {
      for (const key of this.#contents.keys()) {
        const begin = keyOfPlace({ kind, customerId: from });
        if (!key.startsWith(begin)) continue;
        const of = key.slice(begin.length);
        const typed = this.read({ kind, customerId: from, of });
        if (typed === null || this.read({ kind, customerId: to, of }) !== null) continue;
        this.keep({ kind, customerId: to, of }, typed);
        this.keep({ kind, customerId: from, of }, null);
      }
    }
  }

  /** Puts what is left in the place of what was typed about somebody who is erased; the engine has done the same. */
  forget(left: Readonly<Record<string, unknown>>): void {
    for (const [key, content] of Object.entries(left)) {
      if (content === null) this.#contents.delete(key);
      else this.#contents.set(key, content);
    }
    for (const listener of this.#onForgotten) listener();
  }

  /** For whoever holds what was read. Returns what stops it. */
  onForgotten(listener: () => void): () => void {
    this.#onForgotten.add(listener);
    return () => {
      this.#onForgotten.delete(listener);
    };
  }

  keep<K extends UnsavedKind>(place: UnsavedPlace<K>, content: Unsaved<K> | null): void {
    const key = keyOfPlace(place);
    if (content === null) {
      if (!this.#contents.delete(key)) return;
    } else this.#contents.set(key, content);
    // Whatever hinders it hinders the next save too, which says so.
    this.#engine.keepUnsaved(key, content).catch(() => undefined);
  }
}
