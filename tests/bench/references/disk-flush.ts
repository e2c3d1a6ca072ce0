import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { timeEach, type Timing } from '../measure.ts';

/** Appending half a kibibyte to a file and flushing it, in this folder: the least a saved change can cost there. */
export async function timeDiskFlush(folder: string): Promise<Timing> {
  const path = join(folder, 'flush-reference');
  const file = openSync(path, 'a');
  try {
    const block = Buffer.alloc(512, 1);
    return await timeEach(Array.from({ length: 200 }), () => {
      writeSync(file, block);
      fdatasyncSync(file);
    });
  } finally {
    closeSync(file);
    rmSync(path);
  }
}
