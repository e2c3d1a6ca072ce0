import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { timeOnce } from '../measure.ts';

/** Whether the tools are installed (`apt install age`). */
export function canPipeAge(): boolean {
  return spawnSync('age', ['--version']).status === 0;
}

export interface PipeTimes {
  /** Seconds. */
  packed: number;
  unpacked: number;
}

/** How long `tar`, `gzip` and `age` need, piped over the same records as files of JSON lines; and all the way back. */
export async function timeAgePipe(
  folder: string,
  dossiers: Iterable<Dossier>,
  { identity, recipient }: { identity: string; recipient: string },
): Promise<PipeTimes> {
  const records = join(folder, 'records');
  const unpacked = join(folder, 'unpacked');
  const identityFile = join(folder, 'identity.txt');
  mkdirSync(records, { recursive: true });
  mkdirSync(unpacked);
  writeFileSync(identityFile, identity);
  await writeRecords(records, dossiers);
  const sealed = join(folder, 'records.age');
  const packing = await timeOnce(() =>
    runShell(`tar cf - -C "$1" records | gzip | age -r "$2" > "$3"`, [folder, recipient, sealed]),
  );
  const unpacking = await timeOnce(() =>
    runShell(`age -d -i "$1" "$2" | gunzip | tar xf - -C "$3"`, [identityFile, sealed, unpacked]),
  );
  return { packed: packing.ms / 1000, unpacked: unpacking.ms / 1000 };
}

async function writeRecords(folder: string, dossiers: Iterable<Dossier>): Promise<void> {
  let file = createWriteStream(join(folder, '0.ndjson'));
  let count = 0;
  for (const dossier of dossiers) {
    if (!file.write(`${JSON.stringify(dossier)}\n`)) await once(file, 'drain');
    if (++count % 10_000 === 0) {
      file.end();
      await finished(file);
      file = createWriteStream(join(folder, `${count}.ndjson`));
    }
  }
  file.end();
  await finished(file);
}

function runShell(script: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-o', 'pipefail', '-c', script, 'bash', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the reference pipe ended with ${code}`))));
  });
}
