import { inPieces } from './byte-reader.ts';
import {
  contentFormat,
  contentTables,
  contentVersion,
  countsName,
  dataFileName,
  erasedName,
  manifestName,
  type ContentEntry,
  type ContentManifest,
  type ContentSummary,
  type ContentTable,
  type PackedEntry,
} from './content.ts';
import { isNobodyErased, nobodyErased, type ErasedList } from './erased.ts';
import { createContentHash } from './content-hash.ts';
import { gzip, type Pause } from './gzip.ts';
import { tarEnd, tarFile } from './tar.ts';
import { encodeText } from './text.ts';

/** Bytes of JSON after which a batch is written. Bounds the memory of writer and reader. */
const batchBytes = 3 * 1024 * 1024;
const lineFeed = 0x0a;
export const pieceBytes = 1024 * 1024;

export type ContentOrigin = Omit<ContentManifest, 'format' | 'version'>;

type Group = readonly (ContentEntry | PackedEntry)[];

/**
 * Streams records as the content of a backup: a gzip-compressed tar, in pieces of 1 MiB (the last one smaller).
 *
 * `groups` are never divided between two batches: pass whole dossiers (one or several to a group) and they are read
 * back together. Records must be valid; they are not checked again here. `erased` travels along. `pause` as for `gzip`.
 */
export function packContent(
  groups: AsyncIterable<Group> | Iterable<Group>,
  origin: ContentOrigin,
  erased: ErasedList = nobodyErased,
  pause?: Pause,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return inPieces(gzip(tarOf(groups, origin, erased), pause), pieceBytes);
}

async function* tarOf(
  groups: AsyncIterable<Group> | Iterable<Group>,
  origin: ContentOrigin,
  erased: ErasedList,
): AsyncGenerator<Uint8Array> {
  const modifiedAt = Math.floor(Date.parse(origin.createdAt) / 1000);
  const manifest: ContentManifest = {
    format: contentFormat,
    version: contentVersion,
    archiveId: origin.archiveId,
    seq: origin.seq,
    generation: origin.generation,
    createdAt: origin.createdAt,
    appVersion: origin.appVersion,
  };
  yield* tarFile(manifestName, encodeText(JSON.stringify(manifest)), modifiedAt);
  if (!isNobodyErased(erased)) yield* tarFile(erasedName, encodeText(JSON.stringify(erased)), modifiedAt);

  const hash = createContentHash(contentVersion);
  const counts: ContentSummary['counts'] = {};
  let lines = new Map<ContentTable, Uint8Array[]>();
  let bytes = 0;
  let batch = 1;

  async function* flush() {
    for (const table of contentTables) {
      const tableLines = lines.get(table);
      if (!tableLines) continue;
      const body = joinLines(tableLines);
      // The platform hashes a body while the next stage takes it.
      const hashing = hash.add(body);
      counts[table] = (counts[table] ?? 0) + tableLines.length;
      yield* tarFile(dataFileName(table, batch), body, modifiedAt);
      await hashing;
    }
    lines = new Map();
    bytes = 0;
    batch += 1;
  }

  for await (const group of groups) {
    for (const entry of group) {
      const line = 'json' in entry ? entry.json : encodeText(JSON.stringify(entry.record));
      const tableLines = lines.get(entry.table);
      if (tableLines) tableLines.push(line);
      else lines.set(entry.table, [line]);
      bytes += line.length;
    }
    if (bytes >= batchBytes) yield* flush();
  }
  if (lines.size > 0) yield* flush();

  const summary: ContentSummary = { counts, sha256: await hash.hex() };
  yield* tarFile(countsName, encodeText(JSON.stringify(summary)), modifiedAt);
  yield tarEnd();
}

function joinLines(lines: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(lines.reduce((size, line) => size + line.length + 1, 0));
  let at = 0;
  for (const line of lines) {
    body.set(line, at);
    at += line.length + 1;
    body[at - 1] = lineFeed;
  }
  return body;
}
