import { describe, expect, it } from 'vitest';
import { tellsOf } from '../../../renderer/engine/archive/undo/tells-of.ts';
import { aCustomer } from '../../helpers/builders.ts';

const gone = {
  ...aCustomer({ id: 'c1', name: '王', aliases: ['老王头'] }),
  phones: [
    { raw: '110', label: '' },
    { raw: '138 0000 1234', label: '' },
  ],
};

describe('a text that tells of somebody who is removed', () => {
  const removal = { table: 'customer' as const, id: 'c1', before: gone, after: null };
  const tells = tellsOf([removal] as never);

  it('says a name of two characters or more, or a whole number, however it is written', () => {
    expect(tells('给老王头回电话')).toBe(true);
    expect(tells('打 138-0000-1234')).toBe(true);
  });

  it('is none that only has a character or a short number in common', () => {
    expect(tells('王府井见')).toBe(false);
    expect(tells('订单 20110 号')).toBe(false);
    expect(tells('')).toBe(false);
  });

  it('is none when the one it names stays', () => {
    expect(tellsOf([{ ...removal, after: gone }] as never)('老王头')).toBe(false);
  });
});
