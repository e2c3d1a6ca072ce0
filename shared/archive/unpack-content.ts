import { failWith } from '../errors/app-error.ts';
import type { ByteSource } from './byte-reader.ts';
import {
  contentVersion,
  parseEntry,
  type ContentEntry,
  type ContentManifest,
  type ContentSummary,
  type ContentTable,
} from './content.ts';
import { nobodyErased, type ErasedList } from './erased.ts';
import { readContentFiles } from './read-files.ts';
import { decodeText } from './text.ts';
import { upgradeRecord } from './upgrade.ts';

/** A record with the length of its JSON in UTF-16 units, which says how much room it takes without writing it again. */
export type UnpackedEntry = ContentEntry & { jsonUnits: number };

/**
 * The records of a backup's content: whole dossiers and catalogue records, batch by batch. They are taken as they are: what
 * Kebu writes was checked before, and what comes from outside goes through `verifyContent` first; only records of an older
 * version are checked once they mean what records mean now. Throws `restore/damaged` or `restore/newer-version`, also after
 * the last batch: a failure makes all of it void. Failures of the source come out as they are.
 */
export async function* unpackContent(source: ByteSource): AsyncGenerator<UnpackedEntry[]> {
  let version = 0;
  let batch = 0;
  let entries: UnpackedEntry[] = [];
  for await (const file of readContentFiles(source, { files: false })) {
    if (file.file === 'manifest') version = file.manifest.version;
    if (file.file !== 'data') continue;
    if (file.batch !== batch && entries.length > 0) {
      yield entries;
      entries = [];
    }
    batch = file.batch;
    for (const entry of readRecords(file.table, file.body, version, version < contentVersion)) {
      entries.push(entry);
    }
  }
  if (entries.length > 0) yield entries;
}

export interface VerifiedContent {
  manifest: ContentManifest;
  summary: ContentSummary;
  erased: ErasedList;
  /** The files of customers that its records name, by their hash. */
  named: ReadonlySet<string>;
}

/**
 * Reads content to its end for its own sake and tells what it is. `count` proves that every byte is there as its writer
 * counted and hashed it, those of the customers' files too; `check` also that every record is one. Throws as `unpackContent` does.
 */
export async function verifyContent(source: ByteSource, records: 'count' | 'check'): Promise<VerifiedContent> {
  let manifest: ContentManifest | undefined;
  let summary: ContentSummary | undefined;
  let named: ReadonlySet<string> = new Set();
  let erased = nobodyErased;
  for await (const file of readContentFiles(source, { files: true })) {
    if (file.file === 'manifest') manifest = file.manifest;
    if (file.file === 'erased') erased = file.erased;
    if (file.file === 'counts') ({ summary, named } = file);
    if (file.file === 'data' && manifest && records === 'check') {
      readRecords(file.table, file.body, manifest.version, true).forEach(() => undefined);
    }
  }
  if (!manifest || !summary) return failWith('restore/damaged');
  return { manifest, summary, erased, named };
}

/** Text that is no UTF-8, no JSON or no valid record is all the same to the reader, and none of it is quoted. */
function* readRecords(
  table: ContentTable,
  body: Uint8Array,
  version: number,
  isChecked: boolean,
): Generator<UnpackedEntry> {
  try {
    const text = decodeText(body);
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf('\n', start);
      const record = upgradeRecord(table, JSON.parse(text.slice(start, end)), version);
      const entry = isChecked ? parseEntry(table, record) : { table, record };
      yield { ...entry, jsonUnits: end - start } as UnpackedEntry;
      start = end + 1;
    }
  } catch {
    failWith('restore/damaged');
  }
}
