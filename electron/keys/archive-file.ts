import * as z from 'zod';
import { instantSchema } from '#shared/domain/record.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { errnoOf, type FileSystem } from '../files/file-system.ts';
import { writeAtomically } from '../files/write-atomically.ts';

/** Grows when an older Kebu could no longer read or write the archive folder. */
export const archiveFormat = 1;

const aboutSchema = z.strictObject({
  format: z.literal(archiveFormat),
  archiveId: z.string().min(8).max(64),
  createdAt: instantSchema,
  /** Public: what is encrypted to it, only the identity opens. */
  recipient: z.string(),
  paperKeyConfirmed: z.boolean(),
});

/** What `archive.json` says. Everything in it can be made again from the keys; it holds nothing secret. */
export type AboutArchive = z.infer<typeof aboutSchema>;

/** `null` when the file is missing or damaged. Fails with `archive/newer-version` for the format of a later Kebu. */
export async function readAbout(files: FileSystem, path: string): Promise<AboutArchive | null> {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder().decode(await files.readFile(path)));
  } catch (error) {
    if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
  const stated = z.looseObject({ format: z.int() }).safeParse(content);
  if (stated.success && stated.data.format > archiveFormat) {
    failWith('archive/newer-version', { version: stated.data.format });
  }
  return aboutSchema.safeParse(content).data ?? null;
}

export async function writeAbout(files: FileSystem, path: string, about: AboutArchive): Promise<void> {
  await writeAtomically(files, path, new TextEncoder().encode(`${JSON.stringify(about, null, 2)}\n`));
}
