import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface DiskFlusher {
  /** Appends half a kibibyte and flushes it: the least that a saved change can cost on this disk. Milliseconds. */
  flush(): number;
  close(): void;
}

/** Measure it in turn with what it stands beside: a disk is not equally busy at all times. */
export function openDiskFlusher(folder: string): DiskFlusher {
  const path = join(folder, 'flush-reference');
  const file = openSync(path, 'a');
  const block = Buffer.alloc(512, 1);
  return {
    flush() {
      const start = performance.now();
      writeSync(file, block);
      fdatasyncSync(file);
      return performance.now() - start;
    },
    close() {
      closeSync(file);
      rmSync(path);
    },
  };
}
