import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { failWith } from '../errors/app-error.ts';
import { concatBytes } from '../lib/bytes.ts';
import type { ByteSource } from './byte-reader.ts';
import {
  contentFormat,
  contentManifestSchema,
  contentSummarySchema,
  contentTables,
  contentVersion,
  countsName,
  manifestName,
  parseDataFileName,
  parseEntry,
  type ContentEntry,
  type ContentManifest,
  type ContentSummary,
  type ContentTable,
} from './content.ts';
import { gunzip } from './gzip.ts';
import { readTar, type TarEntry } from './tar.ts';
import { decodeText } from './text.ts';
import { upgradeRecord } from './upgrade.ts';

/** Against bombs: far above what an archive of a lifetime needs, far below what would hurt. */
const maxNoteBytes = 64 * 1024;
const maxBatchBytes = 256 * 1024 * 1024;
const maxTotalBytes = 32 * 1024 * 1024 * 1024;

/** What a content stream consists of, in this order: one manifest, any number of batches, one end. */
export type ContentPart =
  | { part: 'manifest'; manifest: ContentManifest }
  /** Whole dossiers and catalogue records, each checked against its schema. */
  | { part: 'batch'; entries: ContentEntry[] }
  /** Everything before was complete and as its writer counted it. */
  | { part: 'end'; summary: ContentSummary };

/**
 * Reads the content of a backup and checks all of it. Nothing read is to be trusted before the part `end` came.
 * Throws `restore/damaged`, or `restore/newer-version`; failures of the source come out as they are.
 */
export async function* readContent(source: ByteSource): AsyncGenerator<ContentPart> {
  const hash = sha256.create();
  const counts: ContentSummary['counts'] = {};
  let manifest: ContentManifest | undefined;
  let summary: ContentSummary | undefined;
  let totalBytes = 0;
  let last = { batch: 0, tableIndex: contentTables.length };
  let entries: ContentEntry[] = [];
  let batchBytes = 0;

  for await (const file of readTar(gunzip(source))) {
    totalBytes += file.sizeBytes;
    if (summary || totalBytes > maxTotalBytes) failWith('restore/damaged');
    if (!manifest) {
      if (file.name !== manifestName) failWith('restore/damaged');
      manifest = parseManifest(await readBody(file, maxNoteBytes));
      yield { part: 'manifest', manifest };
      continue;
    }
    if (file.name === countsName) {
      summary = parseJson(contentSummarySchema, await readBody(file, maxNoteBytes));
      continue;
    }
    const { table, batch } = parseDataFileName(file.name) ?? failWith('restore/damaged');
    const tableIndex = contentTables.indexOf(table);
    if (batch === last.batch + 1) {
      if (entries.length > 0) yield { part: 'batch', entries };
      entries = [];
      batchBytes = 0;
    } else if (batch !== last.batch || tableIndex <= last.tableIndex) failWith('restore/damaged');
    last = { batch, tableIndex };
    batchBytes += file.sizeBytes;
    const body = await readBody(file, maxBatchBytes - batchBytes + file.sizeBytes);
    hash.update(body);
    const before = entries.length;
    parseLines(body, table, manifest.version, entries);
    counts[table] = (counts[table] ?? 0) + entries.length - before;
  }
  if (entries.length > 0) yield { part: 'batch', entries };
  if (!summary || summary.sha256 !== bytesToHex(hash.digest())) return failWith('restore/damaged');
  for (const table of contentTables) if (counts[table] !== summary.counts[table]) failWith('restore/damaged');
  yield { part: 'end', summary };
}

/** The records of a backup's content, batch by batch. Throws as `readContent` does: a failure makes all of it void. */
export async function* unpackContent(source: ByteSource): AsyncGenerator<ContentEntry[]> {
  for await (const part of readContent(source)) if (part.part === 'batch') yield part.entries;
}

/** Reads content to its end for its own sake and tells what it is. Throws as `readContent` does. */
export async function verifyContent(
  source: ByteSource,
): Promise<{ manifest: ContentManifest; summary: ContentSummary }> {
  let manifest: ContentManifest | undefined;
  let summary: ContentSummary | undefined;
  for await (const part of readContent(source)) {
    if (part.part === 'manifest') manifest = part.manifest;
    if (part.part === 'end') summary = part.summary;
  }
  if (!manifest || !summary) return failWith('restore/damaged');
  return { manifest, summary };
}

async function readBody(file: TarEntry, maxBytes: number): Promise<Uint8Array> {
  if (file.sizeBytes > maxBytes) failWith('restore/damaged');
  const pieces: Uint8Array[] = [];
  for await (const piece of file.body) pieces.push(piece.slice());
  return concatBytes(pieces);
}

const anyManifestSchema = z.looseObject({ format: z.literal(contentFormat), version: z.int().min(1) });

function parseManifest(body: Uint8Array): ContentManifest {
  const { version } = parseJson(anyManifestSchema, body);
  if (version > contentVersion) failWith('restore/newer-version', { version });
  return parseJson(contentManifestSchema, body);
}

function parseJson<T>(schema: z.ZodType<T>, body: Uint8Array): T {
  return refusing(() => schema.parse(JSON.parse(decodeText(body))));
}

function parseLines(body: Uint8Array, table: ContentTable, version: number, entries: ContentEntry[]): void {
  if (body.at(-1) !== lineFeed) failWith('restore/damaged');
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf(lineFeed, start);
    const line = body.subarray(start, end);
    entries.push(refusing(() => parseEntry(table, upgradeRecord(table, JSON.parse(decodeText(line)), version))));
    start = end + 1;
  }
}

const lineFeed = 0x0a;

/** Text that is no UTF-8, no JSON or no valid record is all the same to the reader, and none of it is quoted. */
function refusing<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    return failWith('restore/damaged');
  }
}
