import * as fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsvCell } from '../../../shared/formats/csv/csv-cell.ts';
import { detectDelimiter, readSeparatorLine } from '../../../shared/formats/csv/detect-delimiter.ts';
import { createCsvReader } from '../../../shared/formats/csv/read-csv.ts';
import { writeCsv } from '../../../shared/formats/csv/write-csv.ts';
import { AppFailure } from '../../../shared/errors/app-error.ts';
import { anyText } from '../../helpers/any-text.ts';
import { noOracles, oraclesDir, readOracle } from '../../helpers/oracles.ts';

function read(text: string, delimiter = ',', pieceLength = text.length || 1): { rows: string[][]; lines: number[] } {
  const reader = createCsvReader(delimiter);
  const parts = [];
  for (let at = 0; at < text.length; at += pieceLength) parts.push(reader.push(text.slice(at, at + pieceLength)));
  parts.push(reader.end());
  return { rows: parts.flatMap((part) => part.rows), lines: parts.flatMap((part) => part.lines) };
}

function failureOf(work: () => unknown): AppFailure['error'] {
  try {
    work();
  } catch (error) {
    if (error instanceof AppFailure) return error.error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('reading CSV', () => {
  it('counts lines as an editor does, through quoted line breaks and blank rows', () => {
    const text = 'a,b\r\n"1\r\n2",x\n\n,\r3,y';
    expect(read(text)).toEqual({
      rows: [
        ['a', 'b'],
        ['1\n2', 'x'],
        ['3', 'y'],
      ],
      lines: [1, 2, 6],
    });
  });

  it('gives the same rows wherever the text is cut', () => {
    const text = 'name,note\r\n张三,"说 ""好"",\r\n明天"\r\n李四,\r\n"王五","a,b"\r\n';
    for (const length of [1, 2, 3, 5, 8]) expect(read(text, ',', length)).toEqual(read(text));
  });

  it('refuses a quote that is never closed, with the line in which it was opened', () => {
    expect(failureOf(() => read('a,b\n1,2\n3,"x\n4,5\n6,7\n'))).toEqual({
      code: 'import/unclosed-quote',
      data: { line: 3 },
    });
    expect(failureOf(() => read('a,b\n"1\n2",2\n3,"x\n4,5'))).toEqual({
      code: 'import/unclosed-quote',
      data: { line: 4 },
    });
  });

  it('refuses a stray quote that swallows rows up to the next quoted cell', () => {
    expect(failureOf(() => read('a,b\n1,"x\n2,y\n3,"z",4\n'))).toEqual({
      code: 'import/unclosed-quote',
      data: { line: 2 },
    });
  });

  it('finds an unclosed quote in a large file without reading the rest over and over', () => {
    const rows = '1,2,3,4,5,6,7,8\n'.repeat(600_000);
    const started = performance.now();
    expect(failureOf(() => read(`a,"b\n${rows}`, ',', 65_536)).code).toBe('import/unclosed-quote');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('takes a quote inside a field as it stands', () => {
    expect(read('a,b\n屏幕 24" 宽,"5" 管"\n').rows[1]).toEqual(['屏幕 24" 宽', '5" 管']);
  });
});

describe('delimiters', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a\tb\n1\t2,3\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['姓名，电话\n张三，138\n', '，'],
    ['姓名\n张三\n', ','],
    ['标题\n姓名;电话\n张三;138\n李四;"139;x"\n', ';'],
  ])('%j is cut by %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it('are not what parts a long list in one cell', () => {
    const tags = Array.from({ length: 500 }, (_, n) => `标签${String(n)}`).join('，');
    expect(detectDelimiter(`姓名,电话,标签\n多签,13900139000,${tags}\n张三,13800138000,\n`)).toBe(',');
  });

  it('reads the sep= line of spreadsheets', () => {
    expect(readSeparatorLine('sep=;\r\na;b')).toEqual({ delimiter: ';', length: 7 });
    expect(readSeparatorLine('"sep=\t"\na')).toEqual({ delimiter: '\t', length: 8 });
    expect(readSeparatorLine('separate,b')).toBeUndefined();
  });
});

describe('writing CSV', () => {
  it('is UTF-8 with byte-order mark and CRLF', () => {
    expect(
      writeCsv([
        ['姓名', '备注'],
        ['张三', 'a,"b"\nc'],
      ]),
    ).toBe('\ufeff姓名,备注\r\n张三,"a,""b""\nc"\r\n');
  });

  it.each(['=1+1', '@SUM(A1)', '+cmd|x', '-2+3|x', '\tx', '＝1', "'=1"])('shows %j instead of running it', (cell) => {
    expect(writeCsv([[cell]])).toMatch(/^\ufeff"?'/);
  });

  it.each(['+86 138 0013 8000', '-5', "O'Brien", "'tis"])('leaves %j as it is', (cell) => {
    expect(writeCsv([[cell]])).toBe(`\ufeff${cell}\r\n`);
  });

  it('comes back as it was, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom(...`'"=+-@,;\t\n ＝＋(1|a张`.split('')) }),
      anyText().map((text) => text.replace(/[\r\ufeff]/g, '')),
    );
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (table) => {
        // A tab alone is written as '\t, which is no blank cell.
        const wanted = table.filter((cells) => cells.some((text) => text.trim() !== '' || /^[\t\n]/.test(text)));
        const text = writeCsv(table).slice(1);
        expect(read(text).rows.map((cells) => cells.map(readCsvCell))).toEqual(wanted);
      }),
      { numRuns: 1000 },
    );
  });

  it('undoes what spreadsheets write to keep digits', () => {
    expect(readCsvCell('="00123"')).toBe('00123');
    expect(readCsvCell("'=1+1")).toBe('=1+1');
    expect(readCsvCell("'tis")).toBe("'tis");
  });
});

describe.skipIf(noOracles('csv-spectrum and papaparse cases'))('CSV oracles', () => {
  const spectrum = noOracles('csv-spectrum') ? [] : readdirSync(join(oraclesDir ?? '', 'csv/csv-spectrum/csvs'));

  it.each(spectrum)('csv-spectrum %s', (name) => {
    const [header = [], ...rows] = read(readOracle(`csv/csv-spectrum/csvs/${name}`)).rows;
    const records = rows.map((cells) => Object.fromEntries(cells.map((cell, column) => [header[column], cell])));
    const expected = readOracle(`csv/csv-spectrum/json/${name.replace('.csv', '.json')}`).replaceAll('\\r\\n', '\\n');
    expect(records).toEqual(JSON.parse(expected));
  });

  interface Case {
    description: string;
    input: string;
    config: { delimiter?: string } | null;
    expected: { data: string[][]; errors: { code: string }[] };
  }
  const { CORE_PARSER_TESTS: cases } = noOracles('papaparse')
    ? { CORE_PARSER_TESTS: [] }
    : (JSON.parse(readOracle('csv/papaparse_cases.json')) as { CORE_PARSER_TESTS: Case[] });
  const comparable = cases.filter(
    ({ config, input }) => typeof input === 'string' && Object.keys(config ?? {}).every((key) => key === 'delimiter'),
  );

  it.each(comparable)('papaparse: $description', ({ input, config, expected }) => {
    const delimiter = config?.delimiter ?? ',';
    if (typeof delimiter !== 'string' || delimiter.length === 0) return;
    if (expected.errors.some((error) => error.code === 'MissingQuotes')) {
      expect(failureOf(() => read(input, delimiter)).code).toBe('import/unclosed-quote');
      return;
    }
    // Blank rows are left out and line ends become LF: that is our reading, not theirs.
    const wanted = expected.data
      .map((cells) => cells.map((cell) => cell.replace(/\r\n?/g, '\n')))
      .filter((cells) => cells.some((cell) => cell.trim() !== ''));
    expect(read(input, delimiter).rows).toEqual(wanted);
  });
});
