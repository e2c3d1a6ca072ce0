import { describe, expect, it } from 'vitest';
import type { Phone } from '#shared/domain/customer/customer.ts';
import { phoneLabel, phoneText } from '#shared/exports/phone-text.ts';
import { narrowest, needsCountry, widen } from '#shared/exports/widths.ts';

const mobile = { raw: '138 0013 8000', e164: '+8613800138000', kind: 'mobile' } as const;

describe('a phone in a file', () => {
  it('stands as it was written, with its country only where the file needs it', () => {
    expect(phoneText(mobile, false)).toBe('138 0013 8000');
    expect(phoneText(mobile, true)).toBe('+8613800138000');
    expect(phoneText({ raw: '+44 20 7946 0018', e164: '+442079460018', kind: 'landline' }, true)).toBe(
      '+44 20 7946 0018',
    );
  });

  it('is written out where what was typed would be read as another number', () => {
    // The area code stood before the number beside it.
    expect(phoneText({ raw: '88889999', e164: '+8657188889999', kind: 'landline' }, false)).toBe('+8657188889999');
    expect(phoneText({ raw: '8888转12', e164: '+8657188889999', extension: '12', kind: 'landline' }, false)).toBe(
      '+8657188889999 转 12',
    );
  });

  it('is written out where what was typed says less than is known, or more than this number', () => {
    const switchboard = {
      raw: '+86 571 8888 9999',
      e164: '+8657188889999',
      extension: '12',
      kind: 'landline',
    } as const;
    expect(phoneText(switchboard, true)).toBe('+8657188889999 转 12');
    expect(phoneText({ ...mobile, raw: '13800138000 / 13900139000' }, false)).toBe('+8613800138000');
  });

  it('needs its country where most are from elsewhere, and beside an address there', () => {
    const uk = { raw: '020 7946 0018', e164: '+442079460018', kind: 'landline' } as const;
    const none = { phones: [], emails: [], addresses: [], anniversaries: [] };
    const widthsOf = (...phones: Phone[]) => widen(narrowest, { ...none, phones });
    expect(needsCountry(widthsOf(mobile, mobile, uk), none)).toBe(false);
    expect(needsCountry(widthsOf(mobile, uk, uk), none)).toBe(true);
    expect(needsCountry(widthsOf(mobile), { addresses: [{ country: 'UK' }] })).toBe(true);
    expect(needsCountry(widthsOf(mobile), { addresses: [{ country: '中国' }, { city: '杭州市' }] })).toBe(false);
  });

  it('that is a fax says so in its label', () => {
    expect(phoneLabel({ ...mobile, kind: 'fax', label: '总部' }, '传真')).toBe('总部 传真');
    expect(phoneLabel({ ...mobile, kind: 'fax', label: '总部传真' }, '传真')).toBe('总部传真');
    expect(phoneLabel(mobile, '传真')).toBe('');
  });
});
