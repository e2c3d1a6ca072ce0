import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The commands that stand in the README of a backup: first with the passphrase, then with the paper key. */
export function readCommands(dir: string, name: string): string[] {
  execFileSync('tar', ['xf', name, 'README.txt'], { cwd: dir });
  return readFileSync(join(dir, 'README.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('    tar xf '))
    .map((line) => line.trim());
}

/** Runs a command of the README on a terminal, where `age` asks for the passphrase, and types it. */
export function recoverWithPassphrase(dir: string, command: string, passphrase: string): void {
  // `script` gives the command a terminal of its own and passes on what it reads.
  execFileSync('script', ['-qec', command, '/dev/null'], { cwd: dir, input: `${passphrase}\n`, stdio: 'pipe' });
}

/** Writes the paper key into the file that the README names, and runs its command. */
export function recoverWithPaperKey(dir: string, command: string, paperKey: string): void {
  writeFileSync(join(dir, 'key.txt'), `${paperKey}\n`);
  execFileSync('sh', ['-c', command], { cwd: dir, stdio: 'pipe' });
}

/**
 * Opens a backup file with Debian's `tar` and `age` alone and counts the lines of its records. Throws when either refuses.
 */
export function countWithStandardTools(path: string, identity: string): number {
  const pipe = 'tar xOf "$0" archive.age | age -d -i <(echo "$1") | tar xzO --wildcards "data/*" | wc -l';
  return Number(execFileSync('bash', ['-o', 'pipefail', '-c', pipe, path, identity], { encoding: 'utf8' }));
}

/** Every record that was recovered, as `table {…}` with its fields in order, sorted. */
export function readRecovered(dir: string): string[] {
  const tables = readdirSync(join(dir, 'data'));
  const lines = tables.flatMap((table) =>
    readdirSync(join(dir, 'data', table)).flatMap((file) =>
      readFileSync(join(dir, 'data', table, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => `${table} ${canonical(JSON.parse(line))}`),
    ),
  );
  return lines.sort();
}

export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
