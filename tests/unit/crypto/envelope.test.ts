import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordSealer, isWholeRecord, openRecord, sealRecord } from '#shared/crypto/envelope.ts';

const sealer = createRecordSealer(new Uint8Array(32).fill(7));
const place = { archiveId: 'archive-1', table: 'dossiers', id: 'c-1', v: 3 };
const text = new TextEncoder().encode('张三 13800138000');

/** Opens it, and sees that whoever only verifies says the same. */
const openBoth: typeof openRecord = (...found) => {
  const opened = openRecord(...found);
  expect(isWholeRecord(...found)).toBe(opened.ok);
  return opened;
};

describe('the sealed record', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), fc.nat(), (plain, id, v) => {
        const sealed = sealRecord(sealer, { ...place, id, v }, plain);
        const opened = openBoth(sealer, place, sealed);
        expect(opened).toEqual({ ok: true, value: new Uint8Array(plain) });
      }),
    );
  });

  it('shows nothing of its content and never repeats a nonce', () => {
    const one = sealRecord(sealer, place, text);
    const two = sealRecord(sealer, place, text);
    expect(Buffer.from(one.box).includes(Buffer.from('13800138000'))).toBe(false);
    expect(one.nonce).not.toEqual(two.nonce);
    expect(one.box).not.toEqual(two.box);
    expect(Object.keys(one).sort()).toEqual(['box', 'id', 'kid', 'nonce', 'v']);
  });

  it('refuses every flipped bit', () => {
    const sealed = sealRecord(sealer, place, text);
    for (const field of ['nonce', 'box'] as const) {
      for (let bit = 0; bit < sealed[field].length * 8; bit++) {
        const flipped = { ...sealed, [field]: sealed[field].slice() };
        flipped[field][bit >> 3]! ^= 1 << (bit & 7);
        expect(openBoth(sealer, place, flipped)).toEqual({ ok: false, error: 'damaged' });
      }
    }
  });

  it('refuses every cut', () => {
    const sealed = sealRecord(sealer, place, text);
    for (let length = 0; length < sealed.box.length; length++) {
      expect(openBoth(sealer, place, { ...sealed, box: sealed.box.slice(0, length) }).ok).toBe(false);
    }
  });

  it.each([
    ['another archive', { ...place, archiveId: 'archive-2' }, {}],
    ['another table', { ...place, table: 'catalogue' }, {}],
    ['another row', place, { id: 'c-2' }],
    ['another version', place, { v: 4 }],
  ])('refuses to open in %s', (_name, where, change) => {
    expect(openBoth(sealer, where, { ...sealRecord(sealer, place, text), ...change })).toEqual({
      ok: false,
      error: 'damaged',
    });
  });

  it('does not confuse places whose parts only join to the same text', () => {
    const sealed = sealRecord(sealer, { ...place, table: 'ab', id: 'c' }, text);
    expect(openBoth(sealer, { ...place, table: 'a' }, { ...sealed, id: 'bc' }).ok).toBe(false);
  });

  it('says which key is missing without trying it', () => {
    const sealed = sealRecord(createRecordSealer(new Uint8Array(32).fill(8)), place, text);
    expect(openBoth(sealer, place, sealed)).toEqual({ ok: false, error: 'other-key' });
  });

  it('refuses a newer format by name', () => {
    const sealed = { ...sealRecord(sealer, place, text), kid: `2.${sealer.kid.slice(2)}` };
    expect(openBoth(sealer, place, sealed)).toEqual({ ok: false, error: 'newer-format' });
  });

  it('refuses a row that is no envelope', () => {
    for (const broken of [{}, { box: 'text' }, { kid: 7 }, { kid: '' }, { v: 1.5 }, { nonce: new Uint8Array(3) }]) {
      const row = { ...sealRecord(sealer, place, text), ...broken } as ReturnType<typeof sealRecord>;
      if (Object.keys(broken).length === 0) delete (row as { id?: string }).id;
      expect(openBoth(sealer, place, row)).toEqual({ ok: false, error: 'damaged' });
    }
  });

  it('refuses a key of another length', () => {
    expect(() => createRecordSealer(new Uint8Array(31))).toThrow('32 bytes');
  });
});
