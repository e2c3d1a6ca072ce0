import { nodeFileSystem } from './file-system.ts';

/** Where drives other than the system's own are mounted: sticks, external disks, further partitions. */
export type ListDrives = () => Promise<string[]>;

/** Folders in which a system puts each drive under a folder of its own. */
const mountParents: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/Volumes'],
  linux: ['/media', '/run/media', '/mnt'],
};

/**
 * The drives that are there now. Windows is asked letter by letter and a Mac for its volumes; on Linux the table of mounts
 * says which folders are drives, so that an empty mount point is none.
 */
export const listDrives: ListDrives = async () => {
  if (process.platform === 'win32') return lettersInUse();
  const parents = mountParents[process.platform] ?? [];
  if (process.platform === 'linux') {
    const table = await nodeFileSystem.readFile('/proc/self/mounts').catch(() => new Uint8Array());
    const points = mountsIn(new TextDecoder().decode(table)).map(({ point }) => point);
    return points.filter((point) => parents.some((parent) => point.startsWith(`${parent}/`)));
  }
  const found = await Promise.all(
    parents.map(async (parent) =>
      (await nodeFileSystem.list(parent).catch(() => [])).map((name) => `${parent}/${name}`),
    ),
  );
  return found.flat();
};

async function lettersInUse(): Promise<string[]> {
  const system = (process.env['SystemDrive'] ?? 'C:').charAt(0).toUpperCase();
  // A and B are floppy drives, which answer slowly.
  const letters = Array.from('CDEFGHIJKLMNOPQRSTUVWXYZ').filter((letter) => letter !== system);
  const roots = letters.map((letter) => `${letter}:\\`);
  const found = await Promise.all(roots.map((root) => nodeFileSystem.stat(root).catch(() => null)));
  return roots.filter((_, index) => found[index]?.isDirectory);
}

/** What is mounted where, by a Linux table of mounts, in which blanks are written `\040`. */
export function mountsIn(table: string): { point: string; type: string }[] {
  return table.split('\n').flatMap((line) => {
    const [, written, type] = line.split(' ');
    if (written === undefined || type === undefined) return [];
    const point = written.replaceAll(/\\(\d{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    return [{ point, type }];
  });
}
