import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readCards, type Card } from '#shared/formats/vcard/read-cards.ts';
import type { Encoding } from '#shared/formats/text/decoder.ts';
import { card } from '../../helpers/cards.ts';

function read(file: string | Uint8Array, encoding: Encoding = 'utf-8'): Card[] {
  return [...readCards(typeof file === 'string' ? Buffer.from(file) : file, encoding)];
}

function values(cards: readonly Card[], name: string): string[] {
  return cards.flatMap(({ properties }) => properties.filter((each) => each.name === name).map(({ value }) => value));
}

const quoted = (bytes: Uint8Array) =>
  [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

describe('reading vCards', () => {
  it('undoes folds in the middle of a character', () => {
    const line = Buffer.from('NOTE:客户喜欢喝茶');
    const file = Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\n'),
      line.subarray(0, 10),
      Buffer.from('\r\n '),
      line.subarray(10),
      Buffer.from('\r\nEND:VCARD\r\n'),
    ]);
    expect(values(read(file), 'NOTE')).toEqual(['客户喜欢喝茶']);
  });

  it.each([
    ['named', ';CHARSET=GBK'],
    ['named otherwise', ';CHARSET=gb2312'],
    ['not named', ''],
    ['wrongly named', ';CHARSET=UTF-8'],
  ])('reads quoted-printable in GBK whose character set is %s', (_, charset) => {
    const text = quoted(iconv.encode('欧阳若兰;永兴五金', 'gbk'));
    const broken = `${text.slice(0, 30)}=\r\n${text.slice(30)}`;
    const file = `BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE${charset};ENCODING=QUOTED-PRINTABLE:${broken}\r\nTEL;CELL:13800138000\r\nEND:VCARD`;
    expect(values(read(file), 'NOTE')).toEqual(['欧阳若兰;永兴五金']);
    expect(values(read(file), 'TEL')).toEqual(['13800138000']);
  });

  it('reads text in the encoding of the file, and old files with bare line feeds or carriage returns', () => {
    expect(values(read(iconv.encode(card('FN:张伟'), 'gbk'), 'gb18030'), 'FN')).toEqual(['张伟']);
    for (const end of ['\n', '\r', '\r\r\n'])
      expect(values(read(card('FN:张伟', 'NOTE:a', '  b').replaceAll('\r\n', end)), 'NOTE')).toEqual(['a b']);
  });

  it('takes base64 apart however it is folded, and leaves what follows alone', () => {
    const picture = Buffer.from(Array.from({ length: 90 }, (_, at) => at));
    const lines = picture.toString('base64').match(/.{1,40}/g) ?? [];
    const files = [
      card(`PHOTO;ENCODING=b;TYPE=JPEG:${lines.join('\r\n ')}`, 'NOTE:x'),
      card(`PHOTO;JPEG;ENCODING=BASE64:${lines.join('\r\n')}`, '', 'NOTE:x'),
      card(`PHOTO:data:image/jpeg;base64\\,${lines.join('')}`.replace('\\,', ','), 'NOTE:x'),
    ];
    for (const file of files) {
      const photo = read(file)[0]?.properties.find(({ name }) => name === 'PHOTO');
      expect([...(photo?.bytes ?? [])]).toEqual([...picture]);
      expect(values(read(file), 'NOTE')).toEqual(['x']);
    }
  });

  it('keeps groups, quoted parameters and the labels of Chinese phones', () => {
    const [only] = read(
      card(
        'item1.TEL;TYPE="cell,voice";X-NOTE="a;b:c":1',
        'TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=E5=AE=A2=E6=9C=8D):400',
      ),
    );
    expect(only?.properties.slice(1)).toMatchObject([
      {
        group: 'item1',
        params: [
          ['TYPE', 'cell'],
          ['TYPE', 'voice'],
          ['X-NOTE', 'a;b:c'],
        ],
        value: '1',
      },
      { params: [['X-CUSTOM', '客服']], value: '400' },
    ]);
  });

  it('gives a value that broke out of its line back to its property', () => {
    expect(values(read(card('NOTE:first', 'second without a colon', 'TEL:1')), 'NOTE')).toEqual([
      'first\nsecond without a colon',
    ]);
  });

  it('skips the card within an AGENT, and says which cards are cut', () => {
    const agent = card('FN:A', 'AGENT:', 'BEGIN:VCARD', 'FN:inner', 'END:VCARD', 'NOTE:x');
    expect(values(read(agent), 'FN')).toEqual(['A']);
    const cards = read(
      `FN:lost start\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:no end\r\n${card('FN:whole')}BEGIN:VCARD\r\nFN:cut`,
    );
    expect(cards.map(({ number, isCut }) => [number, isCut])).toEqual([
      [1, true],
      [2, true],
      [3, false],
      [4, true],
    ]);
  });

  it('reads a file cut at any byte up to where it was cut', () => {
    const gbk = iconv.encode('客服', 'gbk');
    const file = Buffer.concat([
      Buffer.from(
        card('N:张;伟;;;', 'item1.TEL;TYPE=CELL:13800138000', 'item1.X-ABLabel:_$!<Mobile>!$_', 'NOTE:a\\nb', ' c'),
      ),
      Buffer.from('BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:'),
      Buffer.from(`${quoted(gbk)}=\n${quoted(gbk)}\n`),
      Buffer.from('PHOTO;ENCODING=BASE64:AAEC\nAwQF\n\nEND:VCARD\n'),
      Buffer.from(card('ADR;TYPE="home";LABEL="a:b":;;1 街;杭州;;;', 'RELATED;TYPE=spouse:李梅')),
    ]);
    const whole = read(file);
    for (let end = 0; end <= file.length; end++) {
      const cards = read(file.subarray(0, end));
      const done = cards.filter(({ isCut }) => !isCut);
      expect(done).toEqual(whole.slice(0, done.length));
      expect(cards.length - done.length).toBeLessThan(2);
    }
  });

  it('never throws, whatever the bytes', () => {
    const piece = fc.constantFrom(
      'BEGIN:VCARD\n',
      'END:VCARD\n',
      'N;',
      ':',
      '=\n',
      ' x\n',
      '"',
      ';ENCODING=B:',
      '=E5',
      '\\',
      'a.',
      '\r',
    );
    const bytes = fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }).map((parts) => Buffer.from(parts.join('')));
    fc.assert(
      fc.property(fc.oneof(bytes, fc.uint8Array({ maxLength: 200 })), (file) => {
        for (const { number } of read(file)) expect(number).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
