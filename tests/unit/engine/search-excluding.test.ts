import { expect, it } from 'vitest';
import { readSearch } from '../../../shared/filter/read-search.ts';
import { Machine } from '../../helpers/archive.ts';
import { putCustomer } from '../../helpers/builders.ts';

it('leaves out who answers to a word behind a minus, unless that is a part of a number or quoted', async () => {
  const { engine } = await new Machine().openEngine();
  const phone = { raw: '138-0013-8000', e164: '+8613800138000', kind: 'mobile' as const };
  await engine.commit('import/customers', [
    putCustomer({ id: 'wang', code: 'A-01', name: '王芳', note: '爱喝龙井' }),
    putCustomer({ id: 'zhang', code: 'A-02', name: '张芳', phones: [phone] }),
    putCustomer({ id: 'li', code: 'A-03', name: '李芳', organization: '王记' }),
    putCustomer({ id: 'garcia', code: 'A-04', name: 'José García' }),
  ]);
  const find = async (typed: string) => {
    const { text } = readSearch(typed, () => [], 'CNY');
    return (await engine.search(text, 50)).map(({ id }) => id as string).toSorted();
  };
  for (const [typed, ids] of [
    ['-王', ['garcia', 'zhang']],
    ['－王', ['garcia', 'zhang']],
    ['芳 -王', ['zhang']],
    ['-王 芳', ['zhang']],
    ['-wang -garcia', ['zhang']],
    ['芳 -龙井', ['li', 'zhang']],
    ['-"王"', ['garcia', 'zhang']],
    ['"-王芳"', ['wang']],
    ['芳 -', ['li', 'wang', 'zhang']],
    ['-没有的', ['garcia', 'li', 'wang', 'zhang']],
    ['王 -王', []],
    // With a slip, which is understood beside it.
    ['garsia -王', ['garcia']],
    ['-8000', ['zhang']],
    ['138 -0013', ['zhang']],
  ] as const) {
    expect(await find(typed), typed).toEqual(ids);
  }
  // What is left out of one search is not lost for the next one.
  expect(await find('芳')).toEqual(['li', 'wang', 'zhang']);
  const [row] = await engine.search('芳 -王', 1);
  expect(row?.match).toEqual({ field: 'name', text: '张芳', ranges: [[1, 2]] });
});
