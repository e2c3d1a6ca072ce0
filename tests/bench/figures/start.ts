import type { Figure } from '../figure.ts';
import { timingOf } from '../measure.ts';
import type { Workbench } from '../workbench.ts';

const budgetsMs = { S: 500, M: 800, L: 1500 } as const;
const starts = 3;

/** The engine's share of starting: the first time from the snapshot, as after a restore, and then from the image. */
export async function measureStart(bench: Workbench): Promise<Figure[]> {
  const started = await bench.engine();
  const { engine, rebuiltMs } = started;
  const pipe = await bench.pipe();
  const listMs: number[] = [];
  const searchMs: number[] = [];
  for (let start = 0; start < starts; start++) {
    const openedMs = await started.reopen();
    const began = performance.now();
    const { token } = await engine.query('bench', { text: '', sort: [] });
    await engine.rows(token, 0, 30);
    listMs.push(openedMs + performance.now() - began);
    await engine.search('li', 30);
    searchMs.push(openedMs + performance.now() - began);
  }
  const size = { size: bench.size };
  return [
    {
      ...size,
      name: 'restore/engine',
      what: 'database in memory and index from the snapshot',
      unit: 's',
      value: rebuiltMs / 1000,
      budget: 90,
      ...(pipe && { reference: { what: 'age -d | gunzip | tar', value: pipe.unpacked } }),
    },
    {
      ...size,
      name: 'start/engine',
      what: `median of ${starts}, from the image to the first rows`,
      unit: 'ms',
      value: timingOf(listMs).p50,
      budget: budgetsMs[bench.size],
    },
    {
      ...size,
      name: 'start/search',
      what: `median of ${starts}, until notes are searched too`,
      unit: 'ms',
      value: timingOf(searchMs).p50,
    },
  ];
}
