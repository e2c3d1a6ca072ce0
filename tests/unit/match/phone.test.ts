import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { formatPhone, phoneMatchKey } from '../../../shared/match/format-phone.ts';
import { normalizePhone, normalizePhones } from '../../../shared/match/phone.ts';
import { phoneSchema } from '../../../shared/domain/customer/customer.ts';
import { describeOracle, readOracle } from '../../helpers/oracles.ts';

const numbersOf = (cell: string) => normalizePhones(cell).map(({ phone }) => phone.e164);
const noteOf = (cell: string) => normalizePhones(cell)[0]?.note;

describe('normalizePhones', () => {
  it('takes several numbers from one cell', () => {
    expect(numbersOf('13800138000/13900139000')).toEqual(['+8613800138000', '+8613900139000']);
    expect(numbersOf('010-66668888 13800138000')).toEqual(['+861066668888', '+8613800138000']);
    expect(numbersOf('手机 138 0013 8000 或 139 0013 9000')).toEqual(['+8613800138000', '+8613900139000']);
    expect(numbersOf('0571-88880000／88880001')).toEqual(['+8657188880000', '+8657188880001']);
  });

  it('keeps who a number belongs to', () => {
    const readings = normalizePhones('张三13800138000，李四13900139000');
    expect(readings.map(({ phone }) => phone.label)).toEqual(['张三', '李四']);
    expect(normalizePhone('13800138000（微信）')?.label).toBe('微信');
    expect(normalizePhone('手机：13800138000')?.label).toBeUndefined();
  });

  it('parts a mobile from the switchboard number behind a blank', () => {
    for (const cell of [
      '13800138000 0571-88880000转801',
      '13800138000 0571-88880000-801',
      '13800138000 057188880000转分机801',
    ]) {
      expect(
        normalizePhones(cell).map(({ phone }) => [phone.e164, phone.extension]),
        cell,
      ).toEqual([
        ['+8613800138000', undefined],
        ['+8657188880000', '801'],
      ]);
    }
  });

  it('reads extensions', () => {
    for (const cell of ['0571-88880000转801', '0571-88880000-801', '(0571)88880000 ext. 801', '0571-88880000#801']) {
      expect(normalizePhone(cell)).toMatchObject({ e164: '+8657188880000', extension: '801', kind: 'landline' });
    }
  });

  it('keeps the text as it was written, in its own width', () => {
    expect(normalizePhone('１３８００１３８０００')).toEqual({
      raw: '１３８００１３８０００',
      e164: '+8613800138000',
      kind: 'mobile',
    });
    expect(normalizePhones('１３８００１３８０００；０１０－６６６６８８８８').map(({ phone }) => phone.raw)).toEqual([
      '１３８００１３８０００',
      '０１０－６６６６８８８８',
    ]);
  });

  it('undoes what spreadsheets do to numbers', () => {
    for (const cell of ['="13800138000"', "'13800138000", '13800138000.0', '1.3800138000E+10', '013800138000']) {
      expect(normalizePhone(cell)?.e164).toBe('+8613800138000');
    }
  });

  it('refuses to guess the digits that 1.38E+10 has lost', () => {
    expect(normalizePhones('1.38E+10')).toEqual([{ phone: { raw: '1.38E+10', kind: 'unknown' }, note: 'scientific' }]);
    expect(noteOf('1.380014E+10')).toBe('scientific');
  });

  it('says what is wrong with a number and keeps it', () => {
    expect(noteOf('138****8000')).toBe('masked');
    expect(noteOf('1380013800')).toBe('wrong-length');
    expect(noteOf('19412345678')).toBe('unassigned');
    expect(noteOf('88880000')).toBe('no-area-code');
    expect(noteOf('问老王')).toBe('unreadable');
  });

  it('knows service numbers, which have no international form', () => {
    for (const cell of ['95588', '10086', '12315'])
      expect(normalizePhones(cell)).toEqual([{ phone: { raw: cell, kind: 'service' } }]);
    expect(normalizePhone('400-800-8820')).toMatchObject({ e164: '+864008008820', kind: 'service' });
    expect(normalizePhone('传真:0571-88880000')?.kind).toBe('fax');
  });

  it('reads numbers without country code as those of the list', () => {
    expect(normalizePhones('0161 496 0033', 'GB').map(({ phone }) => phone.e164)).toEqual(['+441614960033']);
    expect(normalizePhones('13800138000', 'GB').map(({ phone }) => phone.e164)).toEqual(['+8613800138000']);
    expect(normalizePhones('07700 900270', 'GB')).toEqual([
      { phone: { raw: '07700 900270', e164: '+447700900270', kind: 'unknown' }, note: 'unassigned' },
    ]);
    expect(normalizePhones('+44 7700 900270')).toMatchObject([
      { phone: { e164: '+447700900270' }, note: 'unassigned' },
    ]);
  });

  it('leaves a number as it is written that may be a mobile of two countries', () => {
    for (const cell of ['0151 23456789', '0151/23456789', '(0171) 23456789', '手机 0176-23456789'])
      expect(normalizePhones(cell)).toMatchObject([{ phone: { kind: 'mobile' }, note: 'no-country-code' }]);
    expect(normalizePhone('0151 23456789')).toEqual({ raw: '0151 23456789', kind: 'mobile' });
    expect(normalizePhones('0151 23456789', 'DE').map(({ phone }) => phone.e164)).toEqual(['+4915123456789']);
    for (const cell of ['015123456789', '0 151 2345 6789', '0138 00138000', '+86 0151 23456789'])
      expect(normalizePhone(cell)?.e164).toMatch(/^\+861[35]\d{9}$/);
  });

  it('takes a zero before a number abroad for the way that country is dialled', () => {
    expect(normalizePhones('0151 2345 6789', 'GB').map(({ phone }) => phone.e164)).toEqual([undefined]);
  });

  it('takes a dash or 无 for no number', () => {
    for (const cell of ['', ' ', '-', '/', '无', 'N/A', '暂无']) expect(normalizePhones(cell)).toEqual([]);
  });

  it('never drops a text: every reading is a valid phone and together they hold all letters and digits', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'0123456789138+-()（）/;，、 转张三wx*#.E'.split('')) });
    fc.assert(
      fc.property(cell, (text) => {
        const readings = normalizePhones(text);
        for (const { phone } of readings) phoneSchema.parse(phone);
        const kept = readings.map(({ phone }) => phone.raw).join('');
        if (readings.length > 0 && text.length < 80) expect(digits(kept)).toBe(digits(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

describe('formatPhone and phoneMatchKey', () => {
  it('writes mobiles 3-4-4 and landlines with their area code', () => {
    const written = (cell: string) => formatPhone(normalizePhone(cell)!);
    expect(written('+8613800138000')).toBe('138 0013 8000');
    expect(written('057188880000转801')).toBe('0571 8888 0000-801');
    expect(written('01066668888')).toBe('010 6666 8888');
    expect(written('4008008820')).toBe('400 800 8820');
    expect(written('+852 2123 4567')).toBe('+852 2123 4567');
    const abroad = (raw: string, e164: string) => formatPhone({ raw, e164 });
    expect(abroad('(415) 555-0134', '+14155550134')).toBe('+1 415 555 0134');
    expect(abroad('07700 900456', '+447700900456')).toBe('+44 7700 900456');
    expect(abroad('020 7946 0018', '+442079460018')).toBe('+44 20 7946 0018');
    expect(abroad('0117 496 0018', '+441174960018')).toBe('+44 117 496 0018');
    expect(abroad('0151 496 0018', '+441514960018')).toBe('+44 151 496 0018');
    expect(abroad('01632 960018', '+441632960018')).toBe('+44 1632 960018');
    expect(abroad('06 12 34 56 78', '+33612345678')).toBe('+33 612 345 678');
    expect(abroad('21234567', '+85221234567')).toBe('+852 2123 4567');
    expect(written('138****8000')).toBe('138****8000');
  });

  it('compares numbers, never masked or short ones', () => {
    expect(phoneMatchKey({ raw: '0571-8888000' })).toBe('05718888000');
    expect(phoneMatchKey({ raw: '138****8000' })).toBe('');
    expect(phoneMatchKey({ raw: '95588' })).toBe('');
  });
});

describeOracle('phone oracle', () => {
  interface Case {
    input: string;
    libphonenumber_js_max: { valid: boolean; e164: string; ext: string | null } | null;
  }
  const { cases } = JSON.parse(readOracle('phone/cn_cases.json')) as { cases: Case[] };
  /** What libphonenumber cannot read and a Chinese ledger is full of (domain.md §0.8). */
  const readByUsOnly = new Map([
    ['0571-88880000-801', '+8657188880000'],
    ['0571-88880000转801', '+8657188880000'],
    ['13800138000/13900139000', '+8613800138000'],
    ['13800138000、13900139000', '+8613800138000'],
    ['13800138000.0', '+8613800138000'],
  ]);

  it.each(cases)('$input', ({ input, libphonenumber_js_max: known }) => {
    const phone = normalizePhone(input);
    const expected = readByUsOnly.get(input) ?? (known?.valid ? known.e164 : undefined);
    expect(phone?.e164).toBe(expected);
    if (known?.valid && known.ext) expect(phone?.extension).toBe(known.ext);
  });
});
