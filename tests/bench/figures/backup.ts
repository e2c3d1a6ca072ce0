import { rmSync } from 'node:fs';
import { identityToRecipient, generateX25519Identity } from 'age-encryption';
import type { Figure } from '../figure.ts';
import { canPipeAge, timeAgePipe } from '../references/age-pipe.ts';
import type { Workbench } from '../workbench.ts';

/** A verified backup: read and packed by the engine, encrypted, written and read back by the main process. */
export async function measureBackup(bench: Workbench): Promise<Figure[]> {
  const { engine, main } = await bench.engine();
  const start = performance.now();
  await engine.backup('local');
  const seconds = (performance.now() - start) / 1000;
  const reference = canPipeAge() ? await timePipe(bench) : undefined;
  return [
    {
      name: 'backup/verified',
      size: bench.size,
      what: 'one run',
      unit: 's',
      value: seconds,
      budget: 60,
      ...(reference !== undefined && { reference: { what: 'tar | gzip | age', value: reference } }),
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

async function timePipe(bench: Workbench): Promise<number> {
  const folder = bench.newFolder('pipe');
  const recipient = await identityToRecipient(await generateX25519Identity());
  const seconds = await timeAgePipe(folder, bench.dossiers(), recipient);
  rmSync(folder, { recursive: true });
  return seconds;
}
