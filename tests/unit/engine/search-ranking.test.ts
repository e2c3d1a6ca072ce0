import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { putCustomer } from '../../helpers/builders.ts';

let engine: EngineMethods;
beforeAll(async () => {
  ({ engine } = await new Machine().openEngine());
  const phone = (raw: string, e164: string) => ({ raw, e164, kind: 'mobile' as const });
  await engine.commit('import/customers', [
    // In this order they would come without a difference between them.
    putCustomer({ id: 'firm', code: '1', name: '余杭云栈水暖器材商行' }),
    putCustomer({ id: 'sun', code: '2', name: '孙晓伟' }),
    putCustomer({ id: 'joanna', code: '3', name: 'Joanna Reed' }),
    putCustomer({ id: 'ann', code: '4', name: 'Lee Ann' }),
    putCustomer({ id: 'wang', code: '5', name: '王安' }),
    putCustomer({ id: 'mainland', code: '6', name: '甲', phones: [phone('13485212345', '+8613485212345')] }),
    putCustomer({ id: 'ends', code: '7', name: '丙', phones: [phone('13485200852', '+8613485200852')] }),
    putCustomer({ id: 'hongkong', code: '8', name: '乙', phones: [phone('+852 9123 4567', '+85291234567')] }),
  ]);
});

const idsOf = async (text: string) => (await engine.search(text, 50)).map(({ id }) => id as string);

describe('the order of what is found', () => {
  it('puts names that begin with the initials before those that have them in the middle', async () => {
    expect(await idsOf('sx')).toEqual(['sun', 'firm']);
  });

  it('puts who is called just so before those whose names only begin so', async () => {
    await engine.commit('import/customers', [
      putCustomer({ id: 'zhu', code: '20', name: '朱美芳' }),
      putCustomer({ id: 'zhou', code: '21', name: '周敏' }),
      putCustomer({ id: 'nana', code: '22', name: '林娜娜' }),
      putCustomer({ id: 'na', code: '23', name: '林娜' }),
    ]);
    expect(await idsOf('zm')).toEqual(['zhou', 'zhu']);
    expect(await idsOf('林娜')).toEqual(['na', 'nana']);
    expect(await idsOf('linna')).toEqual(['na', 'nana']);
    expect(await idsOf('linn')).toEqual(['nana', 'na']);
  });

  it('marks the company where that is what was spelled', async () => {
    await engine.commit('import/customers', [
      putCustomer({ id: 'buyer', code: '24', name: '赵敏', organization: '鸿运五金' }),
    ]);
    const [row] = await engine.search('hywj', 1);
    expect(row?.match).toEqual({ field: 'organization', text: '鸿运五金', ranges: [[0, 4]] });
  });

  it('puts a word of the name before a stretch inside of one', async () => {
    expect(await idsOf('ann')).toEqual(['ann', 'joanna']);
  });

  it('puts a character of the name before a syllable that only sounds so', async () => {
    expect((await idsOf('安'))[0]).toBe('wang');
  });

  it.each(['+852', '+852 9123', '+8529123', '+852-9123 4567'])(
    'finds by %s who is called abroad, and nobody else',
    async (text) => {
      expect(await idsOf(text)).toEqual(['hongkong']);
    },
  );

  it('shows what was found in a text, however far in it stands', async () => {
    const text = '新工地在临平，下月进场，要一份余杭巨榫建材的批发价，答应周三前给报价';
    await engine.commit('import/customers', [putCustomer({ id: 'noted', code: '9', name: '丁', note: text })]);
    const [row] = await engine.search('报价', 1);
    expect(row?.match?.text).toMatch(/^….{3}报价$/);
    const [[from, to] = [0, 0]] = row?.match?.ranges ?? [];
    expect(row?.match?.text.slice(from, to)).toBe('报价');
    expect((await engine.search('临平', 1))[0]?.match?.text).toBe(text);
  });

  it('still finds digits anywhere when they are no country’s', async () => {
    expect(await idsOf('852')).toEqual(['ends', 'mainland', 'hongkong']);
    expect(await idsOf('+86 13485212345')).toEqual(['mainland']);
  });
});
