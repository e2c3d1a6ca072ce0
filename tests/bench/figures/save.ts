import { anInteraction } from '../../helpers/builders.ts';
import { Random } from '../../samples/random.ts';
import type { Figure } from '../figure.ts';
import { timeOnce, timingOf } from '../measure.ts';
import { openDiskFlusher } from '../references/disk-flush.ts';
import type { Workbench } from '../workbench.ts';

const warmups = 20;
const saves = 120;

/** One change until the journal is flushed and the index knows it; the database lies in memory. */
export async function measureSave(bench: Workbench): Promise<Figure[]> {
  const { engine } = await bench.engine();
  const { token } = await engine.query('bench', { text: '', sort: [] });
  const ids = await engine.ids(token);
  const random = new Random('saves');
  const flusher = openDiskFlusher(bench.newFolder('save'));
  const saveMs: number[] = [];
  const flushMs: number[] = [];
  for (let save = 0; save < warmups + saves; save++) {
    const after = anInteraction({ id: `bench-${save}`, customerId: random.pick(ids), text: `第 ${save} 次联系` });
    flushMs.push(flusher.flush());
    const { ms } = await timeOnce(() =>
      engine.commit('interaction/log', [{ table: 'interaction', id: after.id, after }]),
    );
    saveMs.push(ms);
  }
  flusher.close();
  return [
    {
      name: 'save/engine',
      size: bench.size,
      what: `p95 of ${saves} contacts, journaled and flushed`,
      unit: 'ms',
      value: timingOf(saveMs.slice(warmups)).p95,
      budget: 20,
      reference: { what: 'one fdatasync', value: timingOf(flushMs.slice(warmups)).p95 },
      maxRatio: 5,
      isByRatio: true,
    },
  ];
}
