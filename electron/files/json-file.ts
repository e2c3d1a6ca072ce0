import type * as z from 'zod';
import type { FileSystem } from './file-system.ts';
import { readIfThere } from './read-if-there.ts';
import { writeAtomically } from './write-atomically.ts';

/**
 * `null` for a file that is missing or no JSON. Rejects with Node's error when the disk cannot be read: whoever writes
 * the file back must not take that for an empty one.
 */
export async function readJson(files: FileSystem, path: string): Promise<unknown> {
  const bytes = await readIfThere(files, path);
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** What the file says, if it says what it should; `null` whatever is wrong. For what is nothing to stop for. */
export async function readJsonIfGood<S extends z.ZodType>(
  files: FileSystem,
  path: string,
  schema: S,
): Promise<z.output<S> | null> {
  const content = await readJson(files, path).catch(() => null);
  return schema.safeParse(content).data ?? null;
}

/** Indented, with a line feed at its end, as an editor would leave it. */
export async function writeJson(files: FileSystem, path: string, value: unknown): Promise<void> {
  await writeAtomically(files, path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
}
