import { failWith } from '../errors/app-error.ts';
import { NamedFiles, type AttachmentFile } from './attachment-files.ts';
import { inPieces, type ByteSource } from './byte-reader.ts';
import {
  attachmentFileName,
  contentSummarySchema,
  countsName,
  parseDataFileName,
  type ContentSummary,
} from './content.ts';
import { gunzip, gzip } from './gzip.ts';
import { pieceBytes } from './pack-content.ts';
import { parseJson, readBody, readNote } from './read-files.ts';
import { readTar, tarEnd, tarFile, tarHeader, tarPadding, type TarEntry } from './tar.ts';
import { encodeText } from './text.ts';

/** What the files of customers are read from while a backup is packed. */
export interface FileSource {
  /** Size in bytes; `null` for a file that is missing or damaged, which the backup then says. */
  sizeOf(sha256: string): Promise<number | null>;
  open(sha256: string): Promise<AttachmentFile>;
}

/**
 * The same content with the files that its records name, as it leaves the computer. Throws `restore/damaged` for content
 * that is not whole, and what the source of the files throws.
 */
export function withFiles(source: ByteSource, files: FileSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return inPieces(gzip(tarWithFiles(source, files)), pieceBytes);
}

async function* tarWithFiles(source: ByteSource, files: FileSource): AsyncGenerator<Uint8Array> {
  const named = new NamedFiles();
  let summary: ContentSummary | null = null;
  let modifiedAt = 0;
  for await (const entry of readTar(gunzip(source))) {
    ({ modifiedAt } = entry);
    if (entry.name === countsName) summary = parseJson(contentSummarySchema, await readNote(entry));
    else yield* copied(entry, named);
  }
  if (!summary) return failWith('restore/damaged');
  const inside: { sha256: string; sizeBytes: number }[] = [];
  const lost: string[] = [];
  for (const sha256 of [...named.all].sort()) {
    const sizeBytes = await files.sizeOf(sha256);
    if (sizeBytes === null) lost.push(sha256);
    else inside.push({ sha256, sizeBytes });
  }
  const whole: ContentSummary = { ...summary, files: { inside: inside.length, lost } };
  yield* tarFile(countsName, encodeText(JSON.stringify(whole)), modifiedAt);
  for (const { sha256, sizeBytes } of inside) {
    const { body } = await files.open(sha256);
    yield tarHeader({ name: attachmentFileName(sha256), sizeBytes, modifiedAt });
    yield* body;
    yield tarPadding(sizeBytes);
  }
  yield tarEnd();
}

async function* copied(entry: TarEntry, named: NamedFiles): AsyncGenerator<Uint8Array> {
  yield tarHeader(entry);
  const table = parseDataFileName(entry.name)?.table;
  if (table === 'attachment') {
    const body = await readBody(entry, entry.sizeBytes);
    named.read(table, body);
    yield body;
  } else yield* entry.body;
  yield tarPadding(entry.sizeBytes);
}
