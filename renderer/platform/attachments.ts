import { AppFailure, appError } from '#shared/errors/app-error.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { callMain } from './main-api.ts';

/** Bytes sent at a time: few enough that a large file keeps no save waiting. */
const pieceBytes = 1024 * 1024;

export type SentFile = Output<'attachments/finish'>;

/** Sends a file to main, which seals it. Rejects with `files/too-large`, `files/empty`, `files/changed` and their kin. */
export async function sendFile(
  file: File,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (doneBytes: number) => void },
): Promise<SentFile> {
  const { uploadId } = await callMain('attachments/begin', { sizeBytes: file.size });
  try {
    for (let at = 0; at < file.size; at += pieceBytes) {
      if (signal.aborted) throw new AppFailure(appError('files/cancelled'));
      onProgress(at);
      await callMain('attachments/write', { uploadId, chunk: await readPiece(file, at) });
    }
    return await callMain('attachments/finish', { uploadId, name: file.name.slice(0, 255) || 'file' });
  } catch (error) {
    await callMain('attachments/cancel', { uploadId }).catch(() => undefined);
    throw error;
  }
}

async function readPiece(file: File, at: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
  } catch (error) {
    throw new AppFailure(appError('files/changed'), { cause: error });
  }
}

/** The content of a file. Rejects with `files/missing` or `files/damaged`. */
export async function fetchFile(sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const { readId, sizeBytes } = await callMain('attachments/open', { sha256 });
  const bytes = new Uint8Array(sizeBytes);
  try {
    for (let at = 0; ; ) {
      const { chunk } = await callMain('snapshot/read', { readId });
      if (!chunk) return bytes;
      bytes.set(chunk, at);
      at += chunk.length;
    }
  } finally {
    await callMain('snapshot/close', { readId }).catch(() => undefined);
  }
}
