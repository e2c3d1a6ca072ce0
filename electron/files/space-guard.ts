import { failWith } from '#shared/errors/app-error.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { FileSystem } from './file-system.ts';

export type Space = Output<'app/space'>;

const mib = 1024 ** 2;
/** Below this the user is told. */
export const warnBelowBytes = 1024 * mib;
/** Below this nothing is written any more: a browser's database empties itself on a full disk without a word. */
export const readOnlyBelowBytes = 300 * mib;
/** A measurement serves the appends of this long. */
const freshMs = 1_000;

/** Watches over the free space of the disk on which the archive lies. */
export interface SpaceGuard {
  /** How it will be once so many more bytes are written. */
  look(neededBytes?: number): Promise<Space>;
  /** Fails with `archive/disk-nearly-full` when there is no room left for any change, or for so many bytes. */
  requireRoom(neededBytes?: number): Promise<void>;
}

export function judgeSpace(freeBytes: number): Space['state'] {
  if (freeBytes < readOnlyBelowBytes) return 'full';
  return freeBytes < warnBelowBytes ? 'low' : 'ample';
}

export function createSpaceGuard(
  { files, dataDir }: { files: FileSystem; dataDir: string },
  nowMs: () => number = () => performance.now(),
): SpaceGuard {
  let seen: { freeBytes: number | null; atMs: number } | null = null;

  async function measure(maxAgeMs: number): Promise<number | null> {
    if (seen && nowMs() - seen.atMs < maxAgeMs) return seen.freeBytes;
    // A disk that does not say how full it is may still be written to; it refuses by itself.
    const freeBytes = await files.freeBytes(dataDir).catch(() => null);
    seen = { freeBytes, atMs: nowMs() };
    return freeBytes;
  }

  return {
    async look(neededBytes = 0) {
      const freeBytes = await measure(0);
      return { freeBytes, state: freeBytes === null ? 'ample' : judgeSpace(freeBytes - neededBytes) };
    },
    async requireRoom(neededBytes = 0) {
      const freeBytes = await measure(freshMs);
      if (freeBytes !== null && judgeSpace(freeBytes - neededBytes) === 'full') refuseForSpace(freeBytes, neededBytes);
    },
  };
}

function refuseForSpace(freeBytes: number, neededBytes: number): never {
  failWith('archive/disk-nearly-full', {
    freeMb: Math.floor(freeBytes / mib),
    neededMb: Math.ceil((readOnlyBelowBytes + neededBytes) / mib),
  });
}
