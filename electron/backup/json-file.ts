import { errnoOf, type FileSystem } from '../files/file-system.ts';
import { writeAtomically } from '../files/write-atomically.ts';

/**
 * `null` for a file that is missing or no JSON. Rejects with Node's error when the disk cannot be read: whoever writes
 * the file back must not take that for an empty one.
 */
export async function readJson(files: FileSystem, path: string): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await files.readFile(path)));
  } catch (error) {
    if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

export async function writeJson(files: FileSystem, path: string, value: unknown): Promise<void> {
  await writeAtomically(files, path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
}
