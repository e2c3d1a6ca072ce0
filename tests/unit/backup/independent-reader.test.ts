import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aSmallArchive, backUp, countsOf } from '../../helpers/backups.ts';
import { goodPassphrase, startMachine } from '../../helpers/machine.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const hasTools = ['age', 'tar', 'python3'].every((tool) => spawnSync('which', [tool]).status === 0);
if (!hasTools) console.warn('SKIPPED: age, tar or python3 is missing; recovery without Kebu is not tested here.');

/** Runs a command on a terminal and types the passphrase where it is asked for. */
const typePassphrase = `
import os, pty, sys
def read(fd):
    data = os.read(fd, 1024)
    if b'passphrase' in data and not read.typed:
        read.typed = True
        os.write(fd, (os.environ['PASSPHRASE'] + '\\n').encode())
    return data
read.typed = False
status = pty.spawn(['sh', '-c', sys.argv[1]], read, lambda fd: b'')
sys.exit(os.waitstatus_to_exitcode(status))
`;

async function aBackup() {
  const machine = await startMachine();
  const { paperKey } = await machine.ask('keys/create', { passphrase: goodPassphrase });
  const { name } = await backUp(machine, 'local', aSmallArchive, 0);
  const dir = aTempDir();
  const bytes = readFileSync(join(machine.ports.dataDir, 'archive', 'snapshots', name));
  writeFileSync(join(dir, name), bytes);
  return { dir, name, paperKey };
}

/** The commands of a backup's README: first with the passphrase, then with the paper key. */
function commandsOf(dir: string, name: string): string[] {
  execFileSync('tar', ['xf', name, 'README.txt'], { cwd: dir });
  return readFileSync(join(dir, 'README.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('    tar xf '))
    .map((line) => line.trim());
}

function recoveredRecords(dir: string): string[] {
  const tables = readdirSync(join(dir, 'data'));
  return tables.flatMap((table) =>
    readdirSync(join(dir, 'data', table)).flatMap((file) =>
      readFileSync(join(dir, 'data', table, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => `${table} ${canonical(JSON.parse(line))}`),
    ),
  );
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const expected = aSmallArchive.flat().map(({ table, record }) => `${table} ${canonical(record)}`);

describe.runIf(hasTools)('without Kebu, every record comes back', () => {
  it('with the passphrase, by the first command of the README', async () => {
    const { dir, name } = await aBackup();
    const [withPassphrase] = commandsOf(dir, name);
    expect(withPassphrase).toBe(`tar xf ${name} && age -d -i identity.age archive.age | tar xz`);
    const env = { ...process.env, PASSPHRASE: goodPassphrase };
    execFileSync('python3', ['-c', typePassphrase, withPassphrase!], { cwd: dir, env, stdio: 'pipe' });
    expect(recoveredRecords(dir).sort()).toEqual([...expected].sort());
    expect(JSON.parse(readFileSync(join(dir, 'counts.json'), 'utf8'))).toMatchObject({
      counts: countsOf(aSmallArchive),
    });
  });

  it('with the paper key, by the second', async () => {
    const { dir, name, paperKey } = await aBackup();
    const [, withPaperKey] = commandsOf(dir, name);
    expect(withPaperKey).toBe(`tar xf ${name} && age -d -i key.txt archive.age | tar xz`);
    writeFileSync(join(dir, 'key.txt'), `${paperKey}\n`);
    execFileSync('sh', ['-c', withPaperKey!], { cwd: dir });
    expect(recoveredRecords(dir).sort()).toEqual([...expected].sort());
  });
});
