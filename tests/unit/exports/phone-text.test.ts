import { describe, expect, it } from 'vitest';
import { phoneLabel, phoneText } from '#shared/exports/phone-text.ts';

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

  it('that is a fax says so in its label', () => {
    expect(phoneLabel({ ...mobile, kind: 'fax', label: '总部' }, '传真')).toBe('总部 传真');
    expect(phoneLabel({ ...mobile, kind: 'fax', label: '总部传真' }, '传真')).toBe('总部传真');
    expect(phoneLabel(mobile, '传真')).toBe('');
  });
});
