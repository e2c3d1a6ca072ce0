import { describe, expect, it } from 'vitest';
import { sniffFile } from '../../../shared/formats/sniff-file.ts';
import { createDecoder } from '../../../shared/formats/text/decoder.ts';
import { createEncodingDetector, type DetectedEncoding } from '../../../shared/formats/text/detect-encoding.ts';
import { encoded, encryptedXlsx, legacyFile, picture, xlsxFile } from '../../helpers/import-files.ts';

const chinese =
  '姓名,手机,地址\r\n张伟,13800138000,浙江省杭州市西湖区文三路1号\r\n王芳,13900139000,上海市浦东新区世纪大道\r\n';
const traditional =
  '姓名,手機,地址\r\n張偉,13800138000,臺北市信義區市府路1號\r\n王麗華,13900139000,高雄市前鎮區中山路\r\n';

function detect(bytes: Uint8Array, pieceBytes = bytes.length): DetectedEncoding {
  const detector = createEncodingDetector();
  for (let at = 0; at < bytes.length; at += pieceBytes) detector.push(bytes.subarray(at, at + pieceBytes));
  return detector.end();
}

describe('encoding detection', () => {
  it.each([
    ['utf8', chinese, 'utf-8'],
    ['gbk', chinese, 'gb18030'],
    ['gb18030', `${chinese}𠮷田,㛃,䶮`, 'gb18030'],
    ['big5', traditional, 'big5'],
    ['utf16le', chinese, 'utf-16le'],
    ['utf16be', chinese, 'utf-16be'],
    [
      'shift_jis',
      '氏名,電話,備考\r\n田中さん,03-1234-5678,よろしくお願いします\r\nすずき,090,こちらです\r\n',
      'shift_jis',
    ],
    [
      'win1252',
      'Name,City,Note\r\nJosé Núñez,Málaga,très déjà vu à côté\r\nFrançois,Besançon,élève\r\n',
      'windows-1252',
    ],
    ['ascii', 'name,phone\r\nJohn,123\r\n', 'utf-8'],
  ])('knows %s', (codec, text, encoding) => {
    const bytes = encoded(text, codec);
    expect(detect(bytes).encoding).toBe(encoding);
    expect(detect(bytes, 7).encoding).toBe(encoding);
    expect(createDecoder(detect(bytes).encoding).decode(bytes)).toBe(text);
  });

  it('knows a byte-order mark and drops it when decoding', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...encoded('a,b', 'utf8')]);
    expect(detect(bytes)).toEqual({ encoding: 'utf-8', hasBom: true, isSure: true });
    expect(createDecoder('utf-8').decode(bytes)).toBe('a,b');
  });

  it('knows GBK of one short row, and among much ASCII', () => {
    expect(detect(encoded('张伟,138', 'gbk')).encoding).toBe('gb18030');
    expect(detect(encoded(`${'id,phone\r\n'.repeat(20_000)}备注,老客户介绍\r\n`, 'gbk')).encoding).toBe('gb18030');
  });

  it('is not fooled by UTF-8 that ends in the middle of a character', () => {
    const bytes = encoded(chinese, 'utf8');
    expect(detect(bytes.subarray(0, bytes.length - 4)).encoding).not.toBe('utf-16le');
  });

  it('does not call a close choice sure', () => {
    expect(detect(encoded('Name\r\nJosé\r\n', 'win1252')).isSure).toBe(false);
  });
});

describe('sniffFile', () => {
  it('sees what a file is, whatever it is called', async () => {
    expect(sniffFile(new Uint8Array(0))).toEqual({ type: 'empty' });
    expect(sniffFile(picture)).toEqual({ type: 'other', kind: 'PNG' });
    expect(sniffFile(await xlsxFile([['a']]))).toEqual({ type: 'zip' });
    expect(sniffFile(await encryptedXlsx([['a']]))).toEqual({ type: 'compound' });
    expect(sniffFile(legacyFile([['a']], 'xls'))).toEqual({ type: 'compound' });
    for (const codec of ['utf8', 'gbk', 'big5', 'utf16le', 'utf16be'])
      expect(sniffFile(encoded(chinese, codec))).toEqual({ type: 'text' });
    // Behind a byte order mark a NUL may stand in either half: a wide blank and a Latin letter each have one.
    const marked = Uint8Array.of(0xff, 0xfe, ...encoded('a\u3000张三\r\n', 'utf16le'));
    expect(sniffFile(marked)).toEqual({ type: 'text' });
    expect(sniffFile(marked.subarray(2))).toEqual({ type: 'other', kind: 'binary' });
  });

  it('takes text that begins like a signature for text', () => {
    expect(sniffFile(encoded('BMW客户,MZ\r\n', 'utf8').filter((byte) => byte < 0x80))).toEqual({ type: 'text' });
    expect(sniffFile(encoded('MZ,name\r\n1,a', 'utf8'))).toEqual({ type: 'text' });
  });

  it('refuses binary data without a known signature', () => {
    expect(sniffFile(Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256))).toEqual({
      type: 'other',
      kind: 'binary',
    });
  });
});
