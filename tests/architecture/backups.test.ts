import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { expect, it } from 'vitest';
import { importsOf, resolveImport, type SourceFile } from '../helpers/read-source.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where a backup can come from, and who in the tests may ask for it: each opens all that it makes without Kebu. */
const makers: Readonly<Record<string, readonly string[]>> = {
  'electron/backup/running-backup.ts': ['tests/helpers/backups.ts', 'tests/helpers/write-large-backup.ts'],
  'electron/backup/write-container.ts': ['tests/helpers/backups.ts'],
  'electron/backup/copy-backup.ts': [],
  'electron/handlers/create-handlers.ts': ['tests/helpers/machine.ts'],
  // In folders that go only when their backups were opened.
  'electron/stand-in/run-stand-in.ts': ['tests/e2e/fixtures/stand-in-app.ts'],
  'tests/e2e/fixtures/electron-app.ts': ['tests/e2e/fixtures/app.ts'],
};

function findUnwatched(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const code = file.text.replaceAll(/^import type .*$/gm, '');
    return importsOf({ ...file, text: code }).flatMap((specifier) => {
      const target = resolveImport(file.path, specifier) ?? '';
      const isAllowed = makers[target]?.includes(file.path) ?? true;
      return isAllowed ? [] : [`${file.path} makes backups by ${target} that nobody opens`];
    });
  });
}

it('no test makes a backup that is not opened without Kebu', () => {
  const files = readdirSync(join(root, 'tests'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    // What is measured there is not what is tested.
    .filter(({ path }) => !path.startsWith('tests/bench/'));
  expect(files.length).toBeGreaterThan(200);
  expect(findUnwatched(files)).toEqual([]);
});

it('a test that writes one past the helpers is found', () => {
  const text = "import { writeBackup } from '../../electron/backup/running-backup.ts';";
  expect(findUnwatched([{ path: 'tests/fault/mine.test.ts', text }])).toHaveLength(1);
  expect(findUnwatched([{ path: 'tests/helpers/backups.ts', text }])).toEqual([]);
  expect(findUnwatched([{ path: 'tests/fault/mine.test.ts', text: text.replace('import', 'import type') }])).toEqual(
    [],
  );
});
