import type { ByteSource } from '#shared/archive/byte-reader.ts';
import type { ContentManifest, ContentSummary } from '#shared/archive/content.ts';
import type { ErasedList } from '#shared/archive/erased.ts';
import { verifyContent } from '#shared/archive/unpack-content.ts';
import { AppFailure, failWith } from '#shared/errors/app-error.ts';
import type { OpenFile } from '../files/file-system.ts';
import { decryptWith } from './age-stream.ts';
import { checkBodies, readContainer, readSealedContent, type Container } from './read-container.ts';

export interface VerifiedContainer extends Container {
  content: ContentManifest;
  summary: ContentSummary;
  /** Whom the archive of this backup had forgotten when it was made. */
  erased: ErasedList;
  /** The files of customers that its records name. */
  named: ReadonlySet<string>;
  /** Size of the content in clear, still compressed. */
  contentBytes: number;
}

/**
 * Reads a container to its last byte: tar, manifest, hashes, decryption, content. The identity is asked for when the
 * bytes are known to be whole. Throws `restore/not-a-backup`, `restore/newer-version`, `restore/damaged`, or
 * `restore/wrong-passphrase` when it is whole but for another identity.
 */
export async function verifyContainer(
  file: OpenFile,
  identityFor: (container: Container) => string | Promise<string>,
  records: 'count' | 'check',
): Promise<VerifiedContainer> {
  const container = await readContainer(file);
  await checkBodies(file, container);
  const counted = countBytes(openContent(file, container, await identityFor(container)));
  const { manifest: content, summary, erased, named } = await verifyContent(counted.pieces, records);
  if (!isOf(container, content)) failWith('restore/damaged');
  return { ...container, content, summary, erased, named, contentBytes: counted.bytes() };
}

/** Whether the content is of the archive and the change of which the container tells in clear. */
export function isOf({ manifest }: Container, content: ContentManifest | null): boolean {
  return (
    content?.archiveId === manifest.archiveId &&
    content.seq === manifest.seq &&
    content.generation === manifest.generation &&
    content.version === manifest.contentVersion
  );
}

/** The content in clear. It is whole only when the stream ended without an error. */
export function openContent(file: OpenFile, container: Container, identity: string): ByteSource {
  return decryptWith(identity, readSealedContent(file, container));
}

/** True for failures that say something about the file and not about the disk it lies on. */
export function isRefusal(error: unknown): error is AppFailure {
  return error instanceof AppFailure && error.error.code.startsWith('restore/');
}

function countBytes(source: ByteSource): { pieces: ByteSource; bytes: () => number } {
  let bytes = 0;
  async function* pieces() {
    for await (const piece of source) {
      bytes += piece.length;
      yield piece;
    }
  }
  return { pieces: pieces(), bytes: () => bytes };
}
