import { describe, expect, it, vi } from 'vitest';
import type * as Keys from '#shared/crypto/keys.ts';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { generateX25519Identity } from '../../../electron/keys/age.ts';
import { createArchive, newArchiveId } from '../../../electron/keys/create-archive.ts';
import { openArchive } from '../../../electron/keys/open-archive.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const { keys } = vi.hoisted(() => ({ keys: [] as Uint8Array[] }));

vi.mock('#shared/crypto/keys.ts', async (original) => {
  const own = await original<typeof Keys>();
  const kept = <K extends Uint8Array>(key: K): K => {
    keys.push(key);
    return key;
  };
  return {
    ...own,
    asKey: (...args: Parameters<typeof own.asKey>) => kept(own.asKey(...args)),
    deriveKey: (...args: Parameters<typeof own.deriveKey>) => kept(own.deriveKey(...args)),
  };
});

describe('an archive that cannot be opened', () => {
  const clock = { now: () => new Date('2026-03-01T08:00:00.000Z') };

  it.each([
    ['its journal cannot be read', 'journal'],
    ['another Kebu has it open', 'lock'],
  ])('leaves no key in memory when %s', async (_why, stopped) => {
    const [dataDir, identity] = [aTempDir(), await generateX25519Identity()];
    const made = { identityFile: null, keychainCopy: null, archiveId: newArchiveId(), paperKeyConfirmed: true };
    await createArchive({ files: nodeFileSystem, clock, dataDir, identity, ...made });
    keys.length = 0;
    const files = {
      ...nodeFileSystem,
      list: async (dir: string) => {
        if (stopped === 'journal' && dir.endsWith('journal')) throw new Error('EIO');
        return nodeFileSystem.list(dir);
      },
      open: async (...args: Parameters<typeof nodeFileSystem.open>) => {
        if (stopped === 'lock' && args[0].includes('lock')) throw new Error('EBUSY');
        return nodeFileSystem.open(...args);
      },
    };
    await expect(openArchive({ files, clock, dataDir }, identity)).rejects.toThrow(/EIO|EBUSY/);
    expect(keys).toHaveLength(stopped === 'journal' ? 2 : 1);
    for (const key of keys) expect(key).toEqual(new Uint8Array(32));
  });
});
