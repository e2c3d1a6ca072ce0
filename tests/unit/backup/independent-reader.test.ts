import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aSmallArchive, backUp, countsOf } from '../../helpers/backups.ts';
import { goodPassphrase, startMachine } from '../../helpers/machine.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';
import {
  canonical,
  readCommands,
  readRecovered,
  recoverWithPaperKey,
  recoverWithPassphrase,
} from '../../helpers/without-kebu.ts';

const hasTools = ['age', 'tar', 'script'].every((tool) => spawnSync('which', [tool]).status === 0);
if (!hasTools) console.warn('SKIPPED: age, tar or script is missing; recovery without Kebu is not tested here.');

async function aBackup() {
  const machine = await startMachine();
  const { paperKey } = await machine.ask('keys/create', { passphrase: goodPassphrase });
  const { name } = await backUp(machine, 'local', aSmallArchive, 0);
  const dir = aTempDir();
  const bytes = readFileSync(join(machine.ports.dataDir, 'archive', 'snapshots', name));
  writeFileSync(join(dir, name), bytes);
  return { dir, name, paperKey };
}

const expected = aSmallArchive
  .flat()
  .map(({ table, record }) => `${table} ${canonical(record)}`)
  .sort();

describe.runIf(hasTools)('without Kebu, every record comes back', () => {
  it('with the passphrase, by the first command of the README', async () => {
    const { dir, name } = await aBackup();
    const [withPassphrase] = readCommands(dir, name);
    expect(withPassphrase).toBe(`tar xf ${name} && age -d -i identity.age archive.age | tar xz`);
    recoverWithPassphrase(dir, withPassphrase!, goodPassphrase);
    expect(readRecovered(dir)).toEqual(expected);
    expect(JSON.parse(readFileSync(join(dir, 'counts.json'), 'utf8'))).toMatchObject({
      counts: countsOf(aSmallArchive),
    });
  });

  it('with the paper key, by the second', async () => {
    const { dir, name, paperKey } = await aBackup();
    const [, withPaperKey] = readCommands(dir, name);
    expect(withPaperKey).toBe(`tar xf ${name} && age -d -i key.txt archive.age | tar xz`);
    recoverWithPaperKey(dir, withPaperKey!, paperKey);
    expect(readRecovered(dir)).toEqual(expected);
  });
});
