import type { Figure } from '../figure.ts';
import type { Workbench } from '../workbench.ts';

/** A verified backup: read and packed by the engine, encrypted, written and read back by the main process. */
export async function measureBackup(bench: Workbench): Promise<Figure[]> {
  const { engine, main } = await bench.engine();
  const start = performance.now();
  await engine.backup();
  const seconds = (performance.now() - start) / 1000;
  const pipe = await bench.pipe();
  return [
    {
      name: 'backup/verified',
      size: bench.size,
      what: 'one run',
      unit: 's',
      value: seconds,
      budget: 60,
      ...(pipe && { reference: { what: 'tar | gzip | age', value: pipe.packed } }),
      ...(bench.size === 'L' && { maxRatio: 2 }),
    },
    {
      name: 'backup/main process',
      size: bench.size,
      what: 'peak memory',
      unit: 'MB',
      value: main.peakMB(),
      budget: 400,
    },
  ];
}
