import { expect, it } from 'vitest';
import { Machine } from '../../helpers/archive.ts';
import { putCustomer } from '../../helpers/builders.ts';

it('finds a name by either way of writing a character, and marks that very character', async () => {
  const { engine } = await new Machine().openEngine();
  await engine.commit('import/customers', [
    putCustomer({ id: 'rare', name: '小𠮷田' }),
    putCustomer({ id: 'usual', name: '小吉田' }),
  ]);
  for (const text of ['吉田', '𠮷田', '吉', '𠮷']) {
    const found = await engine.search(text, 10);
    expect(found.map(({ id }) => id as string).toSorted(), text).toEqual(['rare', 'usual']);
    const rare = found.find(({ id }) => (id as string) === 'rare');
    const [from, to] = rare?.match?.ranges[0] ?? [0, 0];
    expect(rare?.name.slice(from, to), text).toBe(/田/.test(text) ? '𠮷田' : '𠮷');
  }
});
