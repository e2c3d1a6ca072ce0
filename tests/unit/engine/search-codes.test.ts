import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSearch } from '#shared/filter/read-search.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { putCustomer, putOrder } from '../../helpers/builders.ts';

const codes = ['KH-2024-0153', 'KH-2024-0154', 'kh_2023/77', 'WX·88·6', 'A–12–B', 'NB20990199'];

let engine: EngineMethods;
beforeAll(async () => {
  ({ engine } = await new Machine().openEngine());
  await engine.commit('import/customers', [
    { table: 'customField', id: 'f1', after: { id: 'f1', label: '合同号', type: 'text', options: [] } },
    ...codes.map((code, n) => putCustomer({ id: `c${n}`, code, name: '客' })),
    putCustomer({ id: 'own', code: 'x1', name: '己', customFields: { f1: '补充 HT-31-0098' } }),
    putCustomer({ id: 'former', code: 'x2', name: '旧', formerCodes: ['OLD-55-19'] }),
    putCustomer({ id: 'street', code: 'x3', name: '街', addresses: [{ street: '文三路3-2-501' }] }),
    putCustomer({ id: 'order', code: 'x4', name: '单' }),
    putOrder({ id: 'o1', customerId: 'order', no: 'SO-77-4410' }),
  ]);
});

const idsOf = async (text: string) => (await engine.search(text, 50)).map(({ id }) => id as string).toSorted();

async function markedIn(text: string): Promise<(string | undefined)[]> {
  const rows = await engine.search(text, 50);
  return rows.map(({ match }) => match?.ranges.map(([from, to]) => match.text.slice(from, to)).join());
}

describe('a code', () => {
  it.each([
    ['2024-01', ['c0', 'c1'], '2024-01'],
    ['kh-2024', ['c0', 'c1'], 'KH-2024'],
    ['KH2024', ['c0', 'c1'], 'KH-2024'],
    ['20240153', ['c0'], '2024-0153'],
    ['kh-20240153', ['c0'], 'KH-2024-0153'],
    ['24-0153', ['c0'], '24-0153'],
    ['-0154', ['c1'], '-0154'],
    ['kh 0154', ['c1'], 'KH,0154'],
    ['kh2023-77', ['c2'], 'kh_2023/77'],
    ['wx88', ['c3'], 'WX·88'],
    ['a12b', ['c4'], 'A–12–B'],
    ['nb-2099-0199', ['c5'], 'NB20990199'],
    ['ht310098', ['own'], 'HT-31-0098'],
    ['31-0098', ['own'], '31-0098'],
    ['old5519', ['former'], 'OLD-55-19'],
    ['3-2-501', ['street'], '3-2-501'],
    ['so774410', ['order'], 'SO-77-4410'],
    ['77-44', ['order'], '77-44'],
  ])('is found by %s and marked', async (text, ids, marked) => {
    expect(await idsOf(text)).toEqual(ids);
    expect(new Set(await markedIn(text))).toEqual(new Set([marked]));
  });

  it.each(['kh-2025', '153-2024', 'kh-0153', '24.0153'])('is not found by %s', async (text) => {
    expect(await idsOf(text)).toEqual([]);
  });

  it('is found by any part of it, with its signs and without, also when typed sign by sign', async () => {
    const part = fc
      .tuple(fc.nat(codes.length - 1), fc.nat(11), fc.integer({ min: 3, max: 12 }), fc.boolean())
      .map(([which, from, length, isJoined]) => {
        const text = codes[which]!.slice(from, from + length);
        return { which, text: isJoined ? text.replace(/[-_/·–]/g, '') : text };
      })
      .filter(({ text }) => /[a-z\d].*[a-z\d]/i.test(text) && text.length > 2);
    await fc.assert(
      fc.asyncProperty(part, async ({ which, text }) => {
        const found = await idsOf(text);
        expect(found).toContain(`c${which}`);
        for (let end = 1; end <= text.length; end += 1) await idsOf(text.slice(0, end));
        expect(await idsOf(text)).toEqual(found);
        expect(await markedIn(text)).not.toContain(undefined);
      }),
      { numRuns: 150 },
    );
  });

  it('is no exclusion: a minus means one only where an operator begins', () => {
    const choices = () => [{ key: 't1', words: ['展会'] }];
    for (const text of ['kh-2024', '-0154', '2024-01', 'kh-标签', '-展会']) {
      expect(readSearch(text, choices, 'CNY')).toEqual({ text, conditions: [] });
    }
    expect(readSearch('kh-标签:展会', choices, 'CNY')).toEqual({ text: 'kh-标签:展会', conditions: [] });
    expect(readSearch('-标签:展会 kh-2024', choices, 'CNY')).toEqual({
      text: 'kh-2024',
      conditions: [{ field: 'tagIds', not: true, test: { is: 'any', of: ['t1'] } }],
    });
  });
});
