import { join } from 'node:path';
import { AppFailure, appError, failWith } from '#shared/errors/app-error.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { errnoOf, writeAll, type FileSystem, type OpenFile } from '../files/file-system.ts';
import { encodeSegmentHeader, segmentName } from './record-format.ts';
import type { Tail } from './state.ts';

/** Puts sealed records on the disk behind the tail. A write that fails is taken back before the next one. */
export class SegmentWriter {
  readonly #files: FileSystem;
  readonly #dir: string;
  /** The segment of the tail; `null` while there is none. */
  #file: OpenFile | null;
  /** Bytes may lie behind the tail: of a write that failed, or of a change set that was not finished. */
  #isDirty = false;

  constructor(files: FileSystem, dir: string, file: OpenFile | null) {
    this.#files = files;
    this.#dir = dir;
    this.#file = file;
  }

  /** Rejects with `journal/write-failed`, or `journal/in-use` when somebody else wrote into the journal. */
  async write(tail: Tail, bytes: Uint8Array): Promise<void> {
    await this.#attempt(tail, async () => {
      if (!this.#file) failWith('archive/read-only', { reason: 'journal-lost' });
      await writeAll(this.#file, bytes, tail.offset);
      await this.#file.sync();
    });
  }

  /** Creates the segment after the one of the tail with these records in it. */
  async startSegment(tail: Tail, bytes: Uint8Array): Promise<void> {
    await this.#attempt(tail, async () => {
      const segment = tail.segment + 1;
      const file = await this.#files.open(join(this.#dir, segmentName(segment)), 'replace');
      try {
        await writeAll(file, concatBytes([encodeSegmentHeader(segment), bytes]), 0);
        await file.sync();
        await this.#files.syncDir(this.#dir);
      } catch (error) {
        await file.close().catch(() => undefined);
        throw error;
      }
      const closed = this.#file;
      this.#file = file;
      // Everything in it was synced long ago.
      await closed?.close().catch(() => undefined);
    });
  }

  /** The tail was moved back: what lies behind it is to be removed before the next write. */
  expectLeftovers(): void {
    this.#isDirty = true;
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }

  async #attempt(tail: Tail, write: () => Promise<void>): Promise<void> {
    try {
      await this.#clean(tail);
      if (this.#file && (await this.#file.size()) !== tail.offset) failWith('journal/in-use');
      this.#isDirty = true;
      await write();
      this.#isDirty = false;
    } catch (error) {
      if (error instanceof AppFailure) throw error;
      await this.#clean(tail).catch(() => undefined);
      throw new AppFailure(appError('journal/write-failed', { reason: errnoOf(error) }), { cause: error });
    }
  }

  async #clean(tail: Tail): Promise<void> {
    if (!this.#isDirty) return;
    const next = join(this.#dir, segmentName(tail.segment + 1));
    if (await this.#files.stat(next)) await this.#files.remove(next);
    await this.#file?.truncate(tail.offset);
    this.#isDirty = false;
  }
}
