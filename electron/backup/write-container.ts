import { createHash } from 'node:crypto';
import { inPieces, type ByteSource } from '#shared/archive/byte-reader.ts';
import { tarEnd, tarFile, tarHeader, tarPadding } from '#shared/archive/tar.ts';
import { encodeText } from '#shared/archive/text.ts';
import { writeAll, type OpenFile } from '../files/file-system.ts';
import { encryptTo } from './age-stream.ts';
import {
  contentName,
  encodeManifest,
  identityName,
  manifestName,
  readmeName,
  readmeText,
  type ContainerAbout,
} from './container-format.ts';

export interface ContainerInput {
  about: ContainerAbout;
  /** The name the file will have, for its README. */
  fileName: string;
  recipient: string;
  /** The identity under the passphrase, if the archive has one. */
  identityFile: Uint8Array | null;
  /** The gzip-compressed content tar, in clear. */
  content: ByteSource;
}

const pieceBytes = 1024 * 1024;

/** Writes a whole container into an empty file and syncs it. Returns its size. Only the public recipient is needed. */
export async function writeContainer(file: OpenFile, input: ContainerInput): Promise<number> {
  const { about, fileName, recipient, identityFile, content } = input;
  const modifiedAt = Math.floor(Date.parse(about.createdAt) / 1000);
  let position = 0;
  const put = async (...parts: readonly Uint8Array[]) => {
    for (const part of parts) {
      await writeAll(file, part, position);
      position += part.length;
    }
  };

  const readme = encodeText(readmeText(fileName, identityFile !== null));
  await put(...tarFile(readmeName, readme, modifiedAt));
  if (identityFile) await put(...tarFile(identityName, identityFile, modifiedAt));

  const headerAt = position;
  await put(tarHeader({ name: contentName, sizeBytes: 0, modifiedAt }));
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const piece of inPieces(encryptTo(recipient, content), pieceBytes)) {
    hash.update(piece);
    sizeBytes += piece.length;
    await put(piece);
  }
  await put(tarPadding(sizeBytes));
  await writeAll(file, tarHeader({ name: contentName, sizeBytes, modifiedAt }), headerAt);

  const sha256 = {
    [readmeName]: sha256Of(readme),
    ...(identityFile ? { [identityName]: sha256Of(identityFile) } : {}),
    [contentName]: hash.digest('hex'),
  };
  await put(...tarFile(manifestName, encodeManifest(about, sha256), modifiedAt), tarEnd());
  await file.sync();
  return position;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
