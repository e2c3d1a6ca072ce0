import { failWith } from '../errors/app-error.ts';
import { openCompressor, openDecompressor, type ByteTransform } from '../lib/compression-streams.ts';
import type { ByteSource } from './byte-reader.ts';

/** One gzip stream (RFC 1952) of all that comes; an error of the source passes through. */
export function gzip(source: ByteSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return through(source, openCompressor('gzip'));
}

/** Throws `restore/damaged` when the source is not one whole gzip stream with nothing after it. */
export function gunzip(source: ByteSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return through(source, openDecompressor('gzip'));
}

/** What is made ahead while the platform transforms what came before. */
const mostAheadBytes = 8 * 1024 * 1024;

/**
 * Pumps a source through a transform with back-pressure. A failure of the source comes out as it is; a failure of the
 * transform means that the data is bad.
 */
async function* through(source: ByteSource, transform: ByteTransform): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const writer = transform.writable.getWriter();
  const reader = transform.readable.getReader();
  let sourceFailure: { error: unknown } | undefined;
  const feeding = (async () => {
    const pieces = source[Symbol.asyncIterator]();
    try {
      const ahead: { writing: Promise<void>; sizeBytes: number }[] = [];
      let aheadBytes = 0;
      for (;;) {
        const next = await pieces.next().catch((error: unknown) => {
          sourceFailure = { error };
          throw error;
        });
        if (next.done) break;
        const writing = writer.write(next.value);
        // Its failure is heard of when its turn comes.
        writing.catch(() => undefined);
        ahead.push({ writing, sizeBytes: next.value.length });
        aheadBytes += next.value.length;
        while (aheadBytes > mostAheadBytes) {
          const oldest = ahead.shift();
          await oldest?.writing;
          aheadBytes -= oldest?.sizeBytes ?? 0;
        }
      }
      await writer.close();
    } catch (error) {
      await writer.abort(error).catch(() => undefined);
      if (sourceFailure === undefined) await pieces.return?.();
    }
  })();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value) yield value;
    }
  } catch {
    if (sourceFailure) throw sourceFailure.error;
    failWith('restore/damaged');
  } finally {
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
}
