import type { FileSystem } from '../files/file-system.ts';
import { writeAtomically } from '../files/write-atomically.ts';

/** `null` for a file that is missing, cannot be read or is no JSON. For what can be made again only. */
export async function readJson(files: FileSystem, path: string): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await files.readFile(path)));
  } catch {
    return null;
  }
}

export async function writeJson(files: FileSystem, path: string, value: unknown): Promise<void> {
  await writeAtomically(files, path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
}
