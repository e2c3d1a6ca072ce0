import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import { ask, openArchive, startMainProcess } from '../main-process.ts';
import { timeOnce, timingOf } from '../measure.ts';
import { openDiskFlusher } from '../references/disk-flush.ts';

const runs = 300;
/** A change set of one edited card is about this large. */
const payloadBytes = 1500;

/** The main process's share of saving: a change set sealed, appended to the journal, flushed and acknowledged. */
export async function measureJournal(folder: string): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(folder, 'journal-'));
  const flusher = openDiskFlusher(dataDir);
  const main = await startMainProcess(dataDir);
  await openArchive(main);
  const appendMs: number[] = [];
  const flushMs: number[] = [];
  for (let afterSeq = 0; afterSeq < runs; afterSeq++) {
    flushMs.push(flusher.flush());
    const payload = crypto.getRandomValues(new Uint8Array(payloadBytes));
    const { ms } = await timeOnce(() =>
      ask(main, 'journal/append', {
        afterSeq,
        changeSetId: randomUUID(),
        last: true,
        payload,
        counts: { customer: 1 },
      }),
    );
    appendMs.push(ms);
  }
  await main.close();
  flusher.close();
  rmSync(dataDir, { recursive: true });
  // The first fifty warm up.
  return [
    {
      name: 'journal/append',
      what: `p95 of ${runs - 50} change sets, flushed`,
      unit: 'ms',
      value: timingOf(appendMs.slice(50)).p95,
      budget: 20,
      reference: { what: 'one fdatasync', value: timingOf(flushMs.slice(50)).p95 },
    },
  ];
}
