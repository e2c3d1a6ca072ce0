import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostCells, readCells, writeCells, WrittenCells } from '#shared/formats/clipboard/cells.ts';

describe('cells on the clipboard', () => {
  it('come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom(...Array.from('a张1"\t\n\r,')), maxLength: 6 });
    const row = fc.array(cell, { minLength: 1, maxLength: 4 });
    // A single empty cell at the end cannot be told from nothing.
    const rows = fc.array(row, { minLength: 1, maxLength: 4 }).map((each) => [...each, ['ende', '']]);
    fc.assert(
      fc.property(rows, (given) => {
        expect(readCells(writeCells(given))).toEqual(given);
      }),
    );
  });

  it.each<[string, string[][]]>([
    [
      '张三\t138\n李四\t139\n',
      [
        ['张三', '138'],
        ['李四', '139'],
      ],
    ],
    [
      'a\t"两行\n一格"\r\nb\t""\r\n',
      [
        ['a', '两行\n一格'],
        ['b', ''],
      ],
    ],
    ['6" 管\t"未关', [['6" 管', '"未关']]],
    ['"甲"乙', [['"甲"乙']]],
    ['a\t', [['a', '']]],
    ['', []],
  ])('reads %j as spreadsheets mean it', (text, rows) => {
    expect(readCells(text)).toEqual(rows);
  });

  it('are refused as a whole where there are more than a list takes', () => {
    expect(readCells('1\n'.repeat(mostCells))).toHaveLength(mostCells);
    expect(readCells('1\n'.repeat(mostCells + 1))).toBeNull();
  });

  it('are the same whether they are written at once or piece by piece, under one line of headings', () => {
    const written = new WrittenCells();
    written.add([['张三', '138']]);
    written.add([]);
    written.add([['李四', '两\n行']]);
    written.head(['姓名', '电话']);
    const rows = [
      ['姓名', '电话'],
      ['张三', '138'],
      ['李四', '两\n行'],
    ];
    expect(written.asText()).toBe(writeCells(rows));
    expect(written.rows).toBe(2);
    expect(written.asHtml().split('<tr>')).toHaveLength(4);
  });

  it('keeps signs of HTML as they are, and lines of a cell in one cell', () => {
    const written = new WrittenCells();
    written.add([['<b>&"x"</b>\n二']]);
    expect(written.asHtml()).toContain(
      '&lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;<br style="mso-data-placement:same-cell">二',
    );
  });

  it('tells every spreadsheet what is a text, a number to calculate with and a day', () => {
    const written = new WrittenCells([false, true, false]);
    written.head(['编号', '金额', '日期']);
    written.add([
      ['00123', '-1234.5', '2024-01-05'],
      ['=1+1', '85%', '1899-12-31'],
    ]);
    // `@` is a text to LibreOffice, `\\@` to Excel and WPS; 45296 is 5 January 2024.
    const text = `style="mso-number-format:'\\@'" sdnum="1033;0;@"`;
    const day = `style="mso-number-format:'yyyy\\-mm\\-dd'" sdval="45296" sdnum="1033;0;YYYY-MM-DD"`;
    expect(written.asHtml().split('<tr>').slice(1)).toEqual([
      `<td ${text}>编号</td><td ${text}>金额</td><td ${text}>日期</td></tr>`,
      `<td ${text}>00123</td><td sdval="-1234.5" sdnum="1033;">-1234.5</td><td ${day}>2024-01-05</td></tr>`,
      `<td ${text}>=1+1</td><td ${text}>85%</td><td ${text}>1899-12-31</td></tr></table>`,
    ]);
  });

  it('are shown and not run where only their text is taken, and come back without the sign for that', () => {
    const cells = [['=HYPERLINK("http://x")', '@店', '-1', '+86 138 0013 8000', "'=x"]];
    const text = writeCells(cells);
    expect(text).toBe(`"'=HYPERLINK(""http://x"")"\t'@店\t-1\t+86 138 0013 8000\t''=x`);
    expect(readCells(text)).toEqual(cells);
    expect(readCells('="00123"\t x')).toEqual([['00123', ' x']]);
  });
});
