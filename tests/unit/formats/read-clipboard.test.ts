import { describe, expect, it } from 'vitest';
import { mostCells, WrittenCells } from '#shared/formats/clipboard/cells.ts';
import { readHtmlTable } from '#shared/formats/clipboard/html-table.ts';
import { readClipboard } from '#shared/formats/clipboard/read-clipboard.ts';

/** As LibreOffice 7.4 put it there: a number too wide for its column, two lines, an error, two cells that are one, an empty column. */
const libreOffice = {
  text: '姓名\t电话\t编号\t备注\n张三\t1.38E+10\t00123\t两 行\n李"四"\t1.38E+10\t#N/A\t有 跳格\n合并\t\tC6\t\n\t\tC7\t\n',
  html: `<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<style type="text/css">body,td { font-family:"DejaVu Sans" } comment { display:none; }</style></head>
<body><table cellspacing="0" border="0">
	<colgroup span="4" width="85"></colgroup>
	<tr><td height="17" align="left"><font face="Noto Sans CJK SC">姓名</font></td><td>电话</td><td>编号</td><td>备注</td><td align="left"><br></td></tr>
	<tr>
		<td height="40" align="left">张三</td>
		<td align="right" sdval="13800138000" sdnum="1033;1033;0.00E+00">1.38E+10</td>
		<td align="left" sdnum="1033;0;@">00123</td>
		<td align="left"><font face="Noto Sans CJK SC">两<br>行</font></td>
		<td align="left"><br></td>
	</tr>
	<tr><td>李&quot;四&quot;</td><td sdval="13800138001" sdnum="1033;1033;0.00E+00">1.38E+10</td><td sdval="0" sdnum="1033;">#N/A</td><td>有	跳格</td><td><br></td></tr>
	<tr><td colspan=2 rowspan=2 height="34" align="left">合并</td><td>C6</td><td><br></td><td><br></td></tr>
	<tr><td>C7</td><td><br></td><td><br></td></tr>
</table></body></html>`,
};

/** As Excel and WPS write it: a hidden row that only lines columns up, hidden cells, styles in a comment, blanks that stay. */
const excel = {
  text: '姓名\t编码\t电话\r\n"张\n三"\t隐藏\t1.38E+10\r\n',
  html: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15"><style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {mso-number-format:"\\@";} td {display:none;}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 width=144 style='border-collapse:collapse'>
<!--StartFragment-->
 <col width=72 style='width:54pt'><col width=72 style='display:none'>
 <tr height=20><td height=20 class=xl65 width=72>姓名</td><td style='display:none'>编码</td><td>电话</td></tr>
 <tr height=20><td class=xl65>张<br>
    三</td><td class=xl66 style='display:none;mso-ignore:display'>隐藏</td><td align=right x:num="13800138000">1.38E+10</td></tr>
 <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td width=72></td></tr><![endif]>
<!--EndFragment-->
</table></body></html>`,
};

const googleSheets = {
  text: '电话\t折扣\n1.38E+10\t12.50%\n',
  html: `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" dir="ltr" data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody><tr style="height:21px;"><td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;电话&quot;}">电话</td><td>折扣</td></tr><tr><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:13800138000}">1.38E+10</td><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:0.125}">12.50%</td></tr></tbody></table>`,
};

describe('what spreadsheets put on the clipboard', () => {
  it('is read as LibreOffice shows it, with the digits and the lines that its text lost', () => {
    expect(readClipboard(libreOffice)).toEqual([
      ['姓名', '电话', '编号', '备注'],
      ['张三', '13800138000', '00123', '两\n行'],
      ['李"四"', '13800138001', '#N/A', '有 跳格'],
      ['合并', '', 'C6', ''],
      ['', '', 'C7', ''],
    ]);
  });

  it('is read without the columns that are hidden in Excel', () => {
    expect(readClipboard(excel)).toEqual([
      ['姓名', '电话'],
      ['张\n三', '13800138000'],
    ]);
  });

  it('is read from Google Sheets as it is shown, a share of a hundred too', () => {
    expect(readClipboard(googleSheets)).toEqual([
      ['电话', '折扣'],
      ['13800138000', '12.50%'],
    ]);
  });

  it('is its text alone where no table of as many rows lies beside it', () => {
    const text = '1.38E+10\t甲\n乙\t丙\n';
    const alone = [
      ['1.38E+10', '甲'],
      ['乙', '丙'],
    ];
    const table = '<table><tr><td sdval="13800138000">1.38E+10</td><td>甲</td></tr></table>';
    expect(readClipboard({ text, html: '' })).toEqual(alone);
    expect(readClipboard({ text, html: '<p>1.38E+10 甲</p>' })).toEqual(alone);
    expect(readClipboard({ text, html: table })).toEqual(alone);
    expect(readClipboard({ text, html: `${table}${table}` })).toEqual(alone);
  });

  it('is as it was where Kebu put it there', () => {
    const rows = [
      ['00123', '=甲\n乙', '-12.5'],
      ['  空', 'a\tb', ''],
    ];
    const written = new WrittenCells([false, false, true]);
    written.add(rows);
    expect(readClipboard({ text: written.asText(), html: written.asHtml() })).toEqual(rows);
  });

  it('is refused as a whole where it is more than a list takes', () => {
    expect(readClipboard({ text: '1\n'.repeat(mostCells + 1), html: '' })).toBeNull();
    expect(readHtmlTable('<table><tr><td colspan="9" rowspan=9>1</td></tr></table>', 80)).toBeNull();
  });

  /** Were any of them looked at again and again, this would take longer than a test may. */
  it.each(['<style', '<td', '<td a="', '<!--', '<tr><td>&nbsp;', '<td><br>', '<table><tr>', '&#x41'])(
    'is read in one go however often %s stands in it',
    (piece) => {
      const html = `<table><tr>${piece.repeat(150_000)}`;
      expect(readClipboard({ text: 'a', html })).toEqual([['a']]);
    },
    20_000,
  );
});
