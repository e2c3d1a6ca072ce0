import { describe, expect, it } from 'vitest';
import { falsePromiseOf, fileKindOf } from '#shared/attachments/file-kind.ts';
import { extensionOf, isProgram, mediaTypeOf } from '#shared/formats/media-type.ts';
import { aPdf, aPicture } from '../../samples/files.ts';

const hex = (digits: string) => Uint8Array.from(Buffer.from(digits.padEnd(64, '0'), 'hex'));

describe('what a file is', () => {
  it.each([
    ['a.jpg', aPicture(4, 4), 'image/png'],
    ['a.txt', aPdf(['x']), 'application/pdf'],
    ['a.docx', hex('504b0304'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.pdf', hex('504b0304'), 'application/zip'],
    ['a.xls', hex('d0cf11e0a1b11ae1'), 'application/vnd.ms-excel'],
    ['a.xlsx', hex('d0cf11e0a1b11ae1'), 'application/x-cfb'],
    ['a.png', hex('4d5a9000030000000400'), 'application/x-executable'],
    ['a', hex('7f454c46'), 'application/x-executable'],
    ['a.pdf', new TextEncoder().encode('你好'), 'text/plain'],
    ['a.bin', hex('0001020300ff'), 'application/octet-stream'],
  ])('%s is told by its bytes', (name, bytes, mediaType) => {
    expect(mediaTypeOf(bytes.subarray(0, 4096), name)).toBe(mediaType);
  });

  it('is a program by content or by name, and nothing else is', () => {
    expect(isProgram('application/x-executable', '报价.pdf')).toBe(true);
    for (const name of ['a.exe', 'a.pdf.LNK', 'a.bat', 'a.js', 'a.desktop'])
      expect(isProgram('text/plain', name)).toBe(true);
    for (const name of ['a.pdf', 'a.txt', 'exe', 'a.docx', '.hidden'])
      expect(isProgram('text/plain', name)).toBe(false);
    expect(extensionOf('a.tar.GZ')).toBe('gz');
  });

  it('is told apart from what its name promises', () => {
    expect(falsePromiseOf({ name: '合同.pdf', mediaType: 'application/x-executable' })).toBe('pdf');
    expect(falsePromiseOf({ name: '合同.pdf', mediaType: 'application/pdf' })).toBeNull();
    expect(falsePromiseOf({ name: '照片.jpg', mediaType: 'image/png' })).toBeNull();
    expect(falsePromiseOf({ name: '照片.jpg', mediaType: 'text/plain' })).toBe('picture');
    expect(falsePromiseOf({ name: '没有扩展名', mediaType: 'application/pdf' })).toBeNull();
    expect(fileKindOf({ name: 'a.xlsx', mediaType: mediaTypeOf(hex('504b0304'), 'a.xlsx') })).toBe('sheet');
  });
});
