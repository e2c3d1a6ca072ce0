import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

function hasTools(): boolean {
  return ['age', 'tar'].every((tool) => spawnSync(tool, ['--version']).status === 0);
}

const unpackEach =
  'for path; do mkdir $((n += 1)) && tar xOf "$path" archive.age | age -d -i key.txt | tar xz -C $n || exit 1; done';

/**
 * Opens backup files with Debian's `tar` and `age` alone, by whichever of the paper keys is theirs. Throws when a file is
 * refused, or gives other records back than it says it holds.
 */
export function openWithoutKebu(paths: readonly string[], paperKeys: Iterable<string>): void {
  if (!hasTools()) {
    console.warn(`SKIPPED: age or tar is missing; ${paths.length} backups were not opened without Kebu.`);
    return;
  }
  const dir = mkdtempSync(join(tmpdir(), 'kebu-opened-'));
  try {
    writeFileSync(join(dir, 'key.txt'), [...paperKeys, ''].join('\n'));
    execFileSync('bash', ['-o', 'pipefail', '-c', unpackEach, 'bash', ...paths], { cwd: dir, stdio: 'pipe' });
    for (const [index, path] of paths.entries()) {
      const opened = join(dir, String(index + 1));
      const { counts } = JSON.parse(readFileSync(join(opened, 'counts.json'), 'utf8')) as { counts: object };
      const found = canonical(countLines(opened));
      if (found !== canonical(counts)) throw new Error(`${path} says ${canonical(counts)} and gives ${found}`);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function linesOf(path: string): number {
  const bytes = readFileSync(path);
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** How many records of each table were recovered. */
function countLines(dir: string): Record<string, number> {
  const data = join(dir, 'data');
  const tables = existsSync(data) ? readdirSync(data) : [];
  return Object.fromEntries(
    tables.map((table) => [
      table,
      readdirSync(join(data, table)).reduce((sum, file) => sum + linesOf(join(data, table, file)), 0),
    ]),
  );
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
