import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { aStore, putIn, readFrom, sha256Of, someBytes } from '../../helpers/attachments.ts';
import { memoryFileSystem } from '../../helpers/memory-file-system.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const chunk = 64 * 1024;
const named = (...files: string[]) => new Set(files);
const sealedIn = (dir: string) => readdirSync(dir).filter((name) => /^[0-9a-f]{64}$/.test(name));

describe('a file in the store', () => {
  it('comes out as it went in, whatever its size and however it was cut into pieces', async () => {
    const sizes = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(chunk - 1, chunk, chunk + 1, 2 * chunk));
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 200_000 }), async (size, pieceBytes) => {
        const store = aStore(memoryFileSystem(), '/attachments');
        const bytes = someBytes(size);
        const sha256 = await putIn(store, bytes, pieceBytes);
        expect(sha256).toBe(sha256Of(bytes));
        expect(Buffer.from(await readFrom(store, sha256)).equals(bytes)).toBe(true);
        expect(await store.sizeOf(sha256)).toBe(size);
      }),
      { numRuns: 12 },
    );
  });

  it('lies there once, under a name that tells nothing', async () => {
    const dir = aTempDir();
    const store = aStore(nodeFileSystem, dir);
    const bytes = someBytes(200_000);
    const first = await putIn(store, bytes);
    expect(await putIn(store, bytes, 7_000)).toBe(first);
    const names = readdirSync(dir);
    expect(names).toHaveLength(1);
    expect(names[0]).not.toContain(first);
    expect(await store.usage()).toEqual({ files: 1, sizeBytes: readFileSync(join(dir, names[0]!)).length });
  });

  it('is refused when a single byte of it was changed, cut off or added', async () => {
    const dir = aTempDir();
    const store = aStore(nodeFileSystem, dir);
    const sha256 = await putIn(store, someBytes(chunk + 900));
    const path = join(dir, sealedIn(dir)[0]!);
    const sealed = readFileSync(path);
    const places = [
      0,
      7,
      8,
      23,
      24,
      48,
      700,
      chunk + 64,
      chunk + 65,
      sealed.length - 81,
      sealed.length - 80,
      sealed.length - 1,
    ];
    for (const place of places) {
      const flipped = Buffer.from(sealed);
      flipped[place]! ^= 1;
      for (const changed of [flipped, sealed.subarray(0, place), Buffer.concat([sealed, Buffer.from([0])])]) {
        writeFileSync(path, changed);
        await expect(readFrom(store, sha256), `at ${place}`).rejects.toMatchObject({
          error: { code: 'files/damaged' },
        });
      }
    }
  });

  it('is refused under the name of another, and with its chunks in another order', async () => {
    const dir = aTempDir();
    const store = aStore(nodeFileSystem, dir);
    const one = await putIn(store, someBytes(2 * chunk));
    const [nameOfOne] = sealedIn(dir);
    const other = await putIn(store, someBytes(2 * chunk));
    const nameOfOther = sealedIn(dir).find((name) => name !== nameOfOne);
    const sealed = readFileSync(join(dir, nameOfOther!));
    writeFileSync(join(dir, nameOfOne!), sealed);
    await expect(readFrom(store, one)).rejects.toMatchObject({ error: { code: 'files/damaged' } });
    const sealedChunk = chunk + 40;
    const swapped = Buffer.concat([
      sealed.subarray(0, 24),
      sealed.subarray(24 + sealedChunk, 24 + 2 * sealedChunk),
      sealed.subarray(24, 24 + sealedChunk),
      sealed.subarray(24 + 2 * sealedChunk),
    ]);
    writeFileSync(join(dir, nameOfOther!), swapped);
    await expect(readFrom(store, other)).rejects.toMatchObject({ error: { code: 'files/damaged' } });
  });

  it('that went bad on the disk is made good by adding it again', async () => {
    const dir = aTempDir();
    const store = aStore(nodeFileSystem, dir);
    const bytes = someBytes(chunk * 2);
    const sha256 = await putIn(store, bytes);
    const path = join(dir, sealedIn(dir)[0]!);
    const sealed = readFileSync(path);
    sealed[100]! ^= 1;
    writeFileSync(path, sealed);
    await putIn(store, bytes);
    expect(Buffer.from(await readFrom(store, sha256)).equals(bytes)).toBe(true);
  });

  it('that is not there is told as missing', async () => {
    const store = aStore(nodeFileSystem, aTempDir());
    await expect(store.open('a'.repeat(64))).rejects.toMatchObject({ error: { code: 'files/missing' } });
  });

  it('cannot be read once the keys are gone, and does not pass for damaged', async () => {
    const store = aStore(memoryFileSystem(), '/attachments');
    const sha256 = await putIn(store, someBytes(chunk * 3));
    const { body } = await store.open(sha256);
    const pieces = body[Symbol.asyncIterator]();
    await pieces.next();
    store.close();
    await expect(pieces.next()).rejects.toMatchObject({ error: { code: 'keys/locked' } });
    await expect(store.sizeOf(sha256)).rejects.toMatchObject({ error: { code: 'keys/locked' } });
    await expect(store.begin()).rejects.toMatchObject({ error: { code: 'keys/locked' } });
  });
});

describe('collecting', () => {
  const past = (seq: number) => ({ seq, oldestSnapshotSeq: seq, firstJournalSeq: seq });

  it('lets go what nothing names and nothing can bring back, and keeps what is named', async () => {
    const files = memoryFileSystem();
    const before = aStore(files, '/attachments');
    const kept = await putIn(before, someBytes(10));
    const dropped = await putIn(before, someBytes(10));
    // Another run: nothing is on its way into a record any more.
    const store = aStore(files, '/attachments');
    await store.collect(named(kept), past(5));
    expect(await store.sizeOf(dropped)).toBe(10);
    // The snapshot before and the change that removed it are still there.
    await store.collect(named(kept), { seq: 9, oldestSnapshotSeq: 4, firstJournalSeq: 6 });
    await store.collect(named(kept), { seq: 9, oldestSnapshotSeq: 5, firstJournalSeq: 5 });
    expect(await store.sizeOf(dropped)).toBe(10);
    await store.collect(named(kept), { seq: 9, oldestSnapshotSeq: 5, firstJournalSeq: 6 });
    expect([await store.sizeOf(dropped), await store.sizeOf(kept)]).toEqual([null, 10]);
  });

  it('leaves what came in since the archive was opened, and everything while something reads', async () => {
    const files = memoryFileSystem();
    const store = aStore(files, '/attachments');
    const fresh = await putIn(store, someBytes(10));
    await store.collect(named(), past(3));
    await store.collect(named(), past(900));
    expect(await store.sizeOf(fresh)).toBe(10);
    const next = aStore(files, '/attachments');
    await next.collect(named(), past(901));
    const release = next.hold();
    await next.collect(named(), past(2_000));
    expect(await next.sizeOf(fresh)).toBe(10);
    release();
    await next.collect(named(), past(2_000));
    expect(await next.sizeOf(fresh)).toBeNull();
  });

  it('counts anew for a file that was named again meanwhile', async () => {
    const files = memoryFileSystem();
    const sha256 = await putIn(aStore(files, '/attachments'), someBytes(10));
    const store = aStore(files, '/attachments');
    await store.collect(named(), { seq: 5, oldestSnapshotSeq: 1, firstJournalSeq: 1 });
    await store.collect(named(sha256), { seq: 8, oldestSnapshotSeq: 1, firstJournalSeq: 1 });
    await store.collect(named(), { seq: 12, oldestSnapshotSeq: 6, firstJournalSeq: 7 });
    expect(await store.sizeOf(sha256)).toBe(10);
  });
});
