import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../electron/files/file-system.ts';
import { unfinishedSuffix } from '../../electron/files/write-atomically.ts';
import { aStore, putIn, readFrom, sha256Of, someBytes } from '../helpers/attachments.ts';
import { failingFileSystem, faults } from '../helpers/failing-file-system.ts';
import { memoryFileSystem } from '../helpers/memory-file-system.ts';
import { aTempDir } from '../helpers/temp-dir.ts';

const bytes = someBytes(150_000);
const sha256 = sha256Of(bytes);
const slowMs = 120_000;

describe('a file of which one call to the disk fails on its way into the store', () => {
  describe.each(faults)('with %s', (kind) => {
    it.each([false, true])(
      '(for good: %s) is whole or absent, and no half file bears a name',
      async (lasting) => {
        const counting = failingFileSystem(nodeFileSystem);
        await putIn(aStore(counting, `${aTempDir()}/attachments`), bytes);
        const calls = counting.calls();
        expect(calls).toBeGreaterThan(8);
        for (let atCall = 1; atCall <= calls; atCall += 1) {
          const dir = `${aTempDir()}/attachments`;
          const files = failingFileSystem(nodeFileSystem, { atCall, kind, lasting });
          const outcome = await putIn(aStore(files, dir), bytes).catch((error: unknown) => error);
          const at = `call ${atCall}`;
          const names = await nodeFileSystem.list(dir).catch(() => []);
          const named = names.filter((name) => !name.endsWith(unfinishedSuffix));
          const after = aStore(nodeFileSystem, dir);
          if (outcome instanceof Error) expect(named.length, at).toBeLessThanOrEqual(1);
          else expect(outcome, at).toBe(sha256);
          if (named.length > 0 || !(outcome instanceof Error)) {
            expect(Buffer.from(await readFrom(after, sha256)).equals(bytes), at).toBe(true);
          }
          // A disk that works again takes it.
          expect(await putIn(after, bytes), at).toBe(sha256);
          expect(Buffer.from(await readFrom(after, sha256)).equals(bytes), at).toBe(true);
        }
      },
      slowMs,
    );
  });

  it('survives a power cut once it was acknowledged, and leaves nothing under a name before', async () => {
    const files = memoryFileSystem();
    await files.makeDir('/archive');
    await files.syncDir('/');
    const store = aStore(files, '/archive/attachments');
    const incoming = await store.begin();
    await incoming.write(bytes);
    for (const torn of [0, 0.5, 1]) {
      const left = files.afterPowerCut(torn).paths();
      expect(left.filter((path) => !path.endsWith(unfinishedSuffix))).toEqual([]);
    }
    await incoming.finish();
    for (const torn of [0, 0.5, 1]) {
      const after = aStore(files.afterPowerCut(torn), '/archive/attachments');
      expect(Buffer.from(await readFrom(after, sha256)).equals(bytes)).toBe(true);
    }
  });

  it('that no change set came to name is garbage, and goes when nothing can be gone back to', async () => {
    const dir = aTempDir();
    await putIn(aStore(nodeFileSystem, dir), bytes);
    // Killed here: the record was never written. The next run makes snapshots.
    const next = aStore(nodeFileSystem, dir);
    await next.collect(new Set(), { seq: 7, oldestSnapshotSeq: 3, firstJournalSeq: 1 });
    expect(await next.sizeOf(sha256)).toBe(bytes.length);
    await next.collect(new Set(), { seq: 90, oldestSnapshotSeq: 80, firstJournalSeq: 70 });
    expect(readdirSync(dir).filter((name) => name !== 'unnamed.json')).toEqual([]);
  });
});
