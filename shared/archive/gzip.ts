import { failWith } from '../errors/app-error.ts';
import { openCompressor, openDecompressor, type ByteTransform } from '../lib/compression-streams.ts';
import type { ByteSource } from './byte-reader.ts';

/** Lets go first whoever else waits for this thread. */
export type Pause = () => Promise<void>;

/**
 * One gzip stream (RFC 1952) of all that comes; an error of the source passes through. With a `pause` it is compressed a little
 * at a time and the pause is called after each: the browser compresses on the thread that hands the bytes over.
 */
export function gzip(source: ByteSource, pause?: Pause): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return through(source, openCompressor('gzip'), pause);
}

/** Throws `restore/damaged` when the source is not one whole gzip stream with nothing after it. */
export function gunzip(source: ByteSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return through(source, openDecompressor('gzip'));
}

/** What is made ahead while the platform transforms what came before. */
const mostAheadBytes = 8 * 1024 * 1024;
/** One or two milliseconds of compressing. */
const littleBytes = 64 * 1024;
/** Where somebody may wait for this thread: what lies ready is compressed in one go when whoever takes it is late. */
const littleAheadBytes = 16 * littleBytes;

/**
 * Pumps a source through a transform with back-pressure. A failure of the source comes out as it is; a failure of the
 * transform means that the data is bad.
 */
async function* through(
  source: ByteSource,
  transform: ByteTransform,
  pause?: Pause,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
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
        const step = pause ? littleBytes : next.value.length;
        for (let at = 0; at < next.value.length; at += step) {
          const part = next.value.subarray(at, at + step);
          const writing = writer.write(part);
          // Its failure is heard of when its turn comes.
          writing.catch(() => undefined);
          ahead.push({ writing, sizeBytes: part.length });
          aheadBytes += part.length;
          while (aheadBytes > (pause ? littleAheadBytes : mostAheadBytes)) {
            const oldest = ahead.shift();
            await oldest?.writing;
            aheadBytes -= oldest?.sizeBytes ?? 0;
          }
          await pause?.();
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
