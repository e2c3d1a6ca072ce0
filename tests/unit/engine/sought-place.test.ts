import { expect, it } from 'vitest';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';

it('tells with a query where somebody is in its result', async () => {
  const { engine } = await new Machine().openEngine();
  await engine.commit(
    'customer/create',
    ['a', 'b', 'c'].map((id) => putCustomer({ id, name: `客户${id}` })),
  );
  const query = { text: '', sort: [{ column: 'name' as const, descending: true }] };
  for (const [id, at] of [
    ['a', 2],
    ['nobody', -1],
  ] as const) {
    const { sought, window } = await engine.query('list', query, { from: 0, to: 1 }, anId(id));
    expect([sought, window?.rows.length]).toEqual([{ id, at }, 1]);
  }
  expect(await engine.query('list', query)).not.toHaveProperty('sought');
});
