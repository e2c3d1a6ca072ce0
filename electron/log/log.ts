import { constants } from 'node:os';
import { join } from 'node:path';
import { errorSentences } from '#shared/errors/codes.ts';
import { channels } from '#shared/ipc/channels.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import { writeAll, type FileSystem } from '../files/file-system.ts';

const happenings = [
  'app-started',
  'app-quit',
  'archive-created',
  'archive-opened',
  'archive-locked',
  'journal-damaged',
  'request-failed',
  'request-refused',
  'store-kept-aside',
  'store-replaced',
  'window-crashed',
  'error-uncaught',
] as const;
export type Happening = (typeof happenings)[number];

/** What may stand in a log line: names from fixed lists and numbers. There is no field for text. */
export interface LogDetails {
  channel?: string;
  error?: string;
  /** Node's code: `ENOSPC`, `EACCES` … */
  errno?: string;
  count?: number;
  seq?: number;
}

export type Log = (happening: Happening, details?: LogDetails) => void;

const maxLogBytes = 512 * 1024;
const known = new Set<string>([...channels, ...Object.keys(errorSentences)]);

/** One JSON line of codes and numbers. Anything that is not on a list is left out, whoever passed it. */
export function formatLogLine(at: Date, happening: Happening, details: LogDetails = {}): string {
  const { channel, error, errno, count, seq } = details;
  return JSON.stringify({
    at: at.toISOString(),
    happening,
    channel: channel !== undefined && known.has(channel) ? channel : undefined,
    error: error !== undefined && known.has(error) ? error : undefined,
    errno: errno !== undefined && errno in constants.errno ? errno : undefined,
    count: Number.isFinite(count) ? count : undefined,
    seq: Number.isFinite(seq) ? seq : undefined,
  });
}

/** Appends to `kebu.log` in the data folder, and starts over when it has grown to half a megabyte. Never fails. */
export function createFileLog(files: FileSystem, dataDir: string, now: () => Date): Log {
  const inOrder = createOrder();
  const path = join(dataDir, 'kebu.log');
  return (happening, details) => {
    const line = new TextEncoder().encode(`${formatLogLine(now(), happening, details)}\n`);
    void inOrder(async () => {
      const sizeBytes = (await files.stat(path))?.sizeBytes;
      const isNew = sizeBytes === undefined || sizeBytes > maxLogBytes;
      const file = await files.open(path, isNew ? 'replace' : 'write');
      try {
        await writeAll(file, line, isNew ? 0 : sizeBytes);
      } finally {
        await file.close();
      }
    }).catch(() => undefined);
  };
}
