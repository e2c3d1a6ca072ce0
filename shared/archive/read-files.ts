import * as z from 'zod';
import { failWith } from '../errors/app-error.ts';
import { concatBytes } from '../lib/bytes.ts';
import { checkedFile, checkFiles, NamedFiles, type AttachmentFile } from './attachment-files.ts';
import type { ByteSource } from './byte-reader.ts';
import {
  contentFormat,
  contentManifestSchema,
  contentSummarySchema,
  contentTables,
  contentVersion,
  countsName,
  erasedName,
  manifestName,
  parseAttachmentFileName,
  parseDataFileName,
  type ContentManifest,
  type ContentSummary,
  type ContentTable,
} from './content.ts';
import { erasedListSchema, type ErasedList } from './erased.ts';
import { createContentHash } from './content-hash.ts';
import { gunzip } from './gzip.ts';
import { readTar, type TarEntry } from './tar.ts';
import { decodeText } from './text.ts';

/** Against bombs: far above what an archive of a lifetime needs, far below what would hurt. */
const maxNoteBytes = 256 * 1024;
/** A tombstone takes 67 bytes. */
const maxErasedBytes = 72 * 1024 * 1024;
const maxBatchBytes = 256 * 1024 * 1024;
const maxTotalBytes = 32 * 1024 * 1024 * 1024;

export type ContentFile =
  | { file: 'manifest'; manifest: ContentManifest }
  | { file: 'erased'; erased: ErasedList }
  | { file: 'data'; table: ContentTable; batch: number; body: Uint8Array }
  /** Its body is read to the end, by whoever gets it or else here. */
  | ({ file: 'attachment' } & AttachmentFile)
  | { file: 'counts'; summary: ContentSummary; named: ReadonlySet<string> };

/**
 * The files of a content stream: one manifest, perhaps the erased, any number of data files in their order, the files of
 * customers, and at the end the counts. Checks everything but the meaning of the lines; what was read is void until the
 * counts came. Without `files` reading ends where the files of customers begin, for records alone.
 * Throws `restore/damaged` or `restore/newer-version`.
 */
export async function* readContentFiles(
  source: ByteSource,
  { files: withFiles }: { files: boolean },
): AsyncGenerator<ContentFile> {
  let hash = createContentHash(contentVersion);
  const counts: ContentSummary['counts'] = {};
  const named = new NamedFiles();
  const inside = new Set<string>();
  let lastFile = '';
  let manifest: ContentManifest | undefined;
  let summary: ContentSummary | undefined;
  let totalBytes = 0;
  let hasErased = false;
  let last = { batch: 0, tableIndex: contentTables.length, bytes: 0 };

  for await (const entry of readTar(gunzip(source))) {
    if (summary) {
      const name = parseAttachmentFileName(entry.name) ?? failWith('restore/damaged');
      if (name <= lastFile) failWith('restore/damaged');
      lastFile = name;
      inside.add(name);
      const file = checkedFile(name, entry);
      yield { file: 'attachment', ...file };
      for await (const _ of file.body);
      continue;
    }
    totalBytes += entry.sizeBytes;
    if (totalBytes > maxTotalBytes) failWith('restore/damaged');
    if (!manifest) {
      if (entry.name !== manifestName) failWith('restore/damaged');
      manifest = parseContentManifest(await readNote(entry));
      hash = createContentHash(manifest.version);
      yield { file: 'manifest', manifest };
      continue;
    }
    if (entry.name === countsName) {
      summary = parseJson(contentSummarySchema, await readNote(entry));
      if (summary.sha256 !== (await hash.hex())) failWith('restore/damaged');
      for (const table of contentTables) if (counts[table] !== summary.counts[table]) failWith('restore/damaged');
      if (!withFiles && summary.files) break;
      continue;
    }
    if (entry.name === erasedName && last.batch === 0 && manifest.version > 1 && !hasErased) {
      hasErased = true;
      yield { file: 'erased', erased: parseJson(erasedListSchema, await readBody(entry, maxErasedBytes)) };
      continue;
    }
    const { table, batch } = parseDataFileName(entry.name) ?? failWith('restore/damaged');
    const tableIndex = contentTables.indexOf(table);
    const sameBatch = batch === last.batch && tableIndex > last.tableIndex;
    if (!sameBatch && batch !== last.batch + 1) failWith('restore/damaged');
    last = { batch, tableIndex, bytes: entry.sizeBytes + (sameBatch ? last.bytes : 0) };
    if (last.bytes > maxBatchBytes) failWith('restore/damaged');
    const body = await readBody(entry, maxBatchBytes);
    // The platform hashes a body while it is looked at.
    const hashing = hash.add(body);
    counts[table] = (counts[table] ?? 0) + countLines(body);
    named.read(table, body);
    yield { file: 'data', table, batch, body };
    await hashing;
  }
  if (!summary) return failWith('restore/damaged');
  if (withFiles) checkFiles(summary, named.all, inside);
  yield { file: 'counts', summary, named: named.all };
}

/** A small file that describes the others. */
export function readNote(entry: TarEntry): Promise<Uint8Array> {
  return readBody(entry, maxNoteBytes);
}

/** A whole entry in memory. Throws `restore/damaged` for one of more than `maxBytes`, before any of it is read. */
export async function readBody(entry: TarEntry, maxBytes: number): Promise<Uint8Array> {
  if (entry.sizeBytes > maxBytes) failWith('restore/damaged');
  const pieces: Uint8Array[] = [];
  for await (const piece of entry.body) pieces.push(piece);
  return concatBytes(pieces);
}

const anyManifestSchema = z.looseObject({
  format: z.literal(contentFormat),
  version: z.int().min(1),
  appVersion: z.string().max(40).catch('?'),
});

/** Throws `restore/newer-version` or `restore/damaged`. */
export function parseContentManifest(body: Uint8Array): ContentManifest {
  const { version, appVersion: app } = parseJson(anyManifestSchema, body);
  // Who wrote a format can read it.
  if (version > contentVersion) failWith('restore/newer-version', { version, app });
  return parseJson(contentManifestSchema, body);
}

/** Throws `restore/damaged` for what is no JSON in UTF-8, or not what the schema wants. */
export function parseJson<T>(schema: z.ZodType<T>, body: Uint8Array): T {
  try {
    return schema.parse(JSON.parse(decodeText(body)));
  } catch {
    return failWith('restore/damaged');
  }
}

const lineFeed = 0x0a;

function countLines(body: Uint8Array): number {
  if (body.at(-1) !== lineFeed) failWith('restore/damaged');
  let lines = 0;
  for (let at = body.indexOf(lineFeed); at !== -1; at = body.indexOf(lineFeed, at + 1)) lines += 1;
  return lines;
}
