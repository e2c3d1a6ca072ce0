import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { maxAttachmentBytes, sha256Schema } from '../domain/attachment/attachment.ts';
import { failWith } from '../errors/app-error.ts';
import type { ByteSource } from './byte-reader.ts';
import type { ContentSummary, ContentTable } from './content.ts';
import type { TarEntry } from './tar.ts';
import { decodeText } from './text.ts';

/** A file of a customer as it comes out of a backup. Its last piece is handed out only if the whole has the hash. */
export interface AttachmentFile {
  sha256: string;
  sizeBytes: number;
  body: ByteSource;
}

/** Tells from the data files of a content stream which files of customers its records name. */
export class NamedFiles {
  readonly #named = new Set<string>();

  /** Throws `restore/damaged` for records that name none properly. */
  read(table: ContentTable, body: Uint8Array): void {
    if (table !== 'attachment') return;
    for (const name of namesIn(body)) this.#named.add(name);
  }

  get all(): ReadonlySet<string> {
    return this.#named;
  }
}

const namingSchema = z.looseObject({ sha256: sha256Schema });

function namesIn(body: Uint8Array): string[] {
  try {
    const lines = decodeText(body)
      .split('\n')
      .filter((line) => line !== '');
    return lines.map((line) => namingSchema.parse(JSON.parse(line)).sha256);
  } catch {
    return failWith('restore/damaged');
  }
}

/** The body of a file, checked against the hash it is named by. Throws `restore/damaged`. */
export function checkedFile(name: string, entry: TarEntry): AttachmentFile {
  if (entry.sizeBytes > maxAttachmentBytes) failWith('restore/damaged');
  return { sha256: name, sizeBytes: entry.sizeBytes, body: checked(name, entry.body) };
}

async function* checked(name: string, body: ByteSource): AsyncGenerator<Uint8Array> {
  const hash = sha256.create();
  let held: Uint8Array | null = null;
  for await (const piece of body) {
    if (held) yield held;
    hash.update(piece);
    held = piece;
  }
  if (bytesToHex(hash.digest()) !== name) failWith('restore/damaged');
  if (held) yield held;
}

/** What is inside and what is known to be lost must be exactly what the records name. Throws `restore/damaged`. */
export function checkFiles({ files }: ContentSummary, named: ReadonlySet<string>, inside: ReadonlySet<string>): void {
  if (!files) return inside.size === 0 ? undefined : failWith('restore/damaged');
  const lost = new Set(files.lost);
  const isWhole = files.inside === inside.size && inside.size + lost.size === named.size;
  if (!isWhole || [...named].some((each) => inside.has(each) === lost.has(each))) failWith('restore/damaged');
}
