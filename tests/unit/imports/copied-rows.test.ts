import { describe, expect, it } from 'vitest';
import { fileOfCopied } from '../../../renderer/features/imports/copied-rows.ts';

const bom = '\ufeff';
const read = async (copied: { text: string; html: string }): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fileOfCopied(copied, '粘贴的表格').arrayBuffer());

describe('what was copied, as a file to be read', () => {
  it('has the rows of a spreadsheet with each cell in quotes', async () => {
    const text = '姓名\t备注\r\n张三\t"说 ""好""\n;,"\r\n';
    expect(await read({ text, html: '' })).toBe(`${bom}"姓名"\t"备注"\r\n"张三"\t"说 ""好""\n;,"`);
  });

  it('is other text as it was: one column, values between commas, cards', async () => {
    for (const text of ['张三\n李四\n', '姓名,电话\n张三,138', 'BEGIN:VCARD\nFN:张三\nEND:VCARD']) {
      expect(await read({ text, html: '<p>张三</p>' })).toBe(bom + text);
    }
  });

  it('is empty where nothing was copied as text', () => {
    expect(fileOfCopied({ text: '', html: '' }, 'x').size).toBe(0);
  });
});
