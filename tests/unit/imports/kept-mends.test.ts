import { describe, expect, it } from 'vitest';
import { mostKeptMends, nothingChanged, withFileChange, withMends, withoutMends } from '#shared/imports/kept-mends.ts';
import { unsavedSchemas } from '#shared/unsaved/unsaved.ts';

const cell = (line: number, text: string) => ({ line, column: 1, text });
const file = (sha256: string) => ({ fileName: `${sha256}.csv`, sha256, change: { cells: [cell(2, sha256)] } });

describe('cells that were put right and are not imported yet', () => {
  it('are kept as they were typed last, each in its place', () => {
    const first = withFileChange(nothingChanged, { cells: [cell(2, '138'), cell(5, '139')] });
    expect(withFileChange(first, { cells: [cell(2, '13800138000')] }).cells).toEqual([
      cell(2, '13800138000'),
      cell(5, '139'),
    ]);
  });

  it('come with how the file is read, as far as that still holds', () => {
    const read = withFileChange(nothingChanged, { kind: 'customers', headerLine: 3 });
    const mapped = withFileChange(read, { targets: ['name', 'ignore'], cells: [cell(4, '张三')] });
    expect(mapped).toEqual({
      kind: 'customers',
      headerLine: 3,
      targets: ['name', 'ignore'],
      cells: [cell(4, '张三')],
    });
    expect(withFileChange(mapped, { headerLine: 1 })).toEqual({
      kind: 'customers',
      headerLine: 1,
      cells: [cell(4, '张三')],
    });
    expect(withFileChange(mapped, { encoding: 'gb18030' })).toEqual({ encoding: 'gb18030', cells: [cell(4, '张三')] });
  });

  it('are of one sheet: another one has other cells', () => {
    const before = withFileChange(nothingChanged, { cells: [cell(2, '138')], kind: 'orders' });
    expect(withFileChange(before, { sheet: 1 })).toEqual({ sheet: 1, cells: [] });
  });

  it('are those of the files that were mended last', () => {
    const names = Array.from({ length: mostKeptMends + 1 }, (_, at) => `f${String(at)}`);
    const files = names.reduce((kept, name) => withMends(kept, file(name)), withMends([], file('f1')));
    expect(files.map(({ sha256 }) => sha256)).toEqual(['f5', 'f4', 'f3', 'f2', 'f1']);
    expect(withoutMends(files, 'f3').map(({ sha256 }) => sha256)).toEqual(['f5', 'f4', 'f2', 'f1']);
    expect(unsavedSchemas.mends.safeParse({ files }).success).toBe(true);
  });
});
