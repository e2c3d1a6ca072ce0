import * as z from 'zod';
import { instantSchema } from '#shared/domain/record.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readJson, writeJson } from '../files/json-file.ts';

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
  const content = await readJson(files, path);
  const stated = z.looseObject({ format: z.int() }).safeParse(content);
  if (stated.success && stated.data.format > archiveFormat) {
    failWith('archive/newer-version', { version: stated.data.format });
  }
  return aboutSchema.safeParse(content).data ?? null;
}

export async function writeAbout(files: FileSystem, path: string, about: AboutArchive): Promise<void> {
  await writeJson(files, path, about);
}
