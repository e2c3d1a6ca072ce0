import { decodeText, encodeText } from '#shared/archive/text.ts';
import { joinContext, seal, unseal } from '#shared/crypto/seal.ts';
import type { AppFailure } from '#shared/errors/app-error.ts';
import { withoutForgotten } from '#shared/unsaved/forget-customers.ts';
import { storageFailure } from '../../db/storage-failure.ts';
import type { UnsavedRow } from '../../db/tables.ts';
import type { Archive } from './archive.ts';

type UnsavedParts = Pick<Archive, 'opened' | 'store' | 'vault'>;

/**
 * What was typed and not saved yet, sealed in the database. Each state goes to the disk as soon as the one before is there;
 * those in between are passed over, so that fast typing waits for no disk.
 */
export class UnsavedTexts {
  readonly #parts: UnsavedParts;
  readonly #contents = new Map<string, unknown>();
  readonly #changed = new Set<string>();
  #writing: Promise<void> = Promise.resolve();
  #isWriting = false;
  /** Why the last write failed. */
  #failure: AppFailure | null = null;

  private constructor(parts: UnsavedParts) {
    this.#parts = parts;
  }

  /** What cannot be opened is passed over: it was never saved, and typing it again writes over it. */
  static async open(parts: UnsavedParts): Promise<UnsavedTexts> {
    const texts = new UnsavedTexts(parts);
    for (const { key, nonce, box } of await parts.store.readUnsaved()) {
      const plain = unseal(parts.vault.unsavedKey, contextOf(parts, key), { nonce, box });
      if (plain) texts.#contents.set(key, JSON.parse(decodeText(plain)));
    }
    return texts;
  }

  all(): Record<string, unknown> {
    return Object.fromEntries(this.#contents);
  }

  keep(key: string, content: unknown): void {
    if (content === null) this.#contents.delete(key);
    else this.#contents.set(key, content);
    this.#changed.add(key);
    if (this.#isWriting) return;
    this.#isWriting = true;
    this.#writing = this.#write();
  }

  /**
   * Drops what was typed for these customers, names them or tells of them; resolves when it is gone from the database, and rejects when it is not.
   * What is left where something went, `null` for nothing.
   */
  async forget(
    isForgotten: (customerId: string) => boolean,
    tells?: (text: string) => boolean,
  ): Promise<Record<string, unknown>> {
    const keys = [...new Set([...this.#contents.keys(), ...this.#changed])];
    const changed: Record<string, unknown> = {};
    const forgotten = keys.filter((key) => {
      const before = this.#contents.get(key) ?? null;
      const left = withoutForgotten(key, before, isForgotten, tells);
      if (left !== before) changed[key] = left;
      // What could not be written yet lies in the database as it was before.
      else if (!this.#changed.has(key)) return false;
      this.keep(key, left);
      return true;
    });
    await this.settled();
    if (this.#failure && forgotten.some((key) => this.#changed.has(key))) throw this.#failure;
    return changed;
  }

  /** Everything that was kept is on the disk, or cannot get there. */
  settled(): Promise<void> {
    return this.#writing;
  }

  async #write(): Promise<void> {
    const { store } = this.#parts;
    try {
      while (this.#changed.size > 0) {
        const keys = [...this.#changed];
        this.#changed.clear();
        try {
          const gone = keys.filter((key) => !this.#contents.has(key));
          await store.writeUnsaved(keys.filter((key) => this.#contents.has(key)).map(this.#seal), gone);
        } catch (error) {
          for (const key of keys) this.#changed.add(key);
          throw error;
        }
      }
    } catch (error) {
      // It goes along with what is kept next. A database that takes nothing any more says so at the next save; until then the
      // text stands on the screen.
      this.#failure = storageFailure(error);
    } finally {
      this.#isWriting = false;
    }
  }

  readonly #seal = (key: string): UnsavedRow => {
    const plain = encodeText(JSON.stringify(this.#contents.get(key)));
    return { key, ...seal(this.#parts.vault.unsavedKey, contextOf(this.#parts, key), plain) };
  };
}

function contextOf({ opened }: UnsavedParts, key: string): Uint8Array {
  return joinContext([opened.archiveId, 'unsaved', key]);
}
