import { failWith } from '../errors/app-error.ts';
import { inPieces, type ByteSource } from './byte-reader.ts';
import { contentSummarySchema, countsName, manifestName, type ContentManifest } from './content.ts';
import { gunzip, gzip } from './gzip.ts';
import { pieceBytes, type ContentOrigin } from './pack-content.ts';
import { parseContentManifest, parseJson, readNote } from './read-files.ts';
import { readTar, tarEnd, tarFile, tarHeader, tarPadding } from './tar.ts';
import { encodeText } from './text.ts';

/**
 * The same records under another origin and without the files of customers, which are kept elsewhere: what a restored backup
 * becomes in the archive that takes it over. The content version stays, for the records are not touched. Throws as `unpackContent` does for what it sees; verify the result.
 */
export function relabelContent(source: ByteSource, origin: ContentOrigin): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return inPieces(gzip(relabeledTar(source, origin)), pieceBytes);
}

async function* relabeledTar(source: ByteSource, origin: ContentOrigin): AsyncGenerator<Uint8Array> {
  const modifiedAt = Math.floor(Date.parse(origin.createdAt) / 1000);
  let isFirst = true;
  for await (const entry of readTar(gunzip(source))) {
    if (isFirst) {
      if (entry.name !== manifestName) failWith('restore/damaged');
      const { format, version } = parseContentManifest(await readNote(entry));
      const manifest: ContentManifest = { format, version, ...origin };
      yield* tarFile(manifestName, encodeText(JSON.stringify(manifest)), modifiedAt);
    } else if (entry.name === countsName) {
      const { files, ...summary } = parseJson(contentSummarySchema, await readNote(entry));
      yield* tarFile(countsName, encodeText(JSON.stringify(summary)), modifiedAt);
      if (files) break;
    } else {
      yield tarHeader({ ...entry, modifiedAt });
      yield* entry.body;
      yield tarPadding(entry.sizeBytes);
    }
    isFirst = false;
  }
  yield tarEnd();
}
