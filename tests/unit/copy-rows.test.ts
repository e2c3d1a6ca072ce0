import { describe, expect, it } from 'vitest';
import { WrittenCells } from '#shared/formats/clipboard/cells.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Engine } from '../../renderer/engine/client-types.ts';
import { writeSelected } from '../../renderer/features/customers/cells/copy-rows.ts';
import { useActivity } from '../../renderer/state/activity.ts';
import { Machine } from '../helpers/archive.ts';
import { anId, putCustomer } from '../helpers/builders.ts';

const count = 1_200;
const ids = Array.from({ length: count }, (_, n) => anId(`c${String(n).padStart(4, '0')}`));

async function aList() {
  const { engine } = await new Machine().openEngine();
  await engine.commit(
    'import/customers',
    ids.map((id) => putCustomer({ id, name: `客户${id}` })),
  );
  const query = { text: '', sort: [{ column: 'name' as const, descending: false }] };
  return { engine, query, token: (await engine.query('list', query)).token };
}

describe('copying very many rows', () => {
  it('asks for some hundreds at a time, tells how far it is, and goes on when the list is another meanwhile', async () => {
    const { engine, query, token } = await aList();
    const asked: number[] = [];
    const told: number[] = [];
    const watched: Pick<Engine, 'ids' | 'rowsOf'> = {
      ids: (...args) => engine.ids(...args),
      rowsOf: async (some, where) => {
        asked.push(some.length);
        told.push(useActivity.getState().tasks[0]?.done ?? -1);
        // The list is asked for something else, more than once.
        await engine.query('list', { ...query, text: '0' });
        await engine.query('list', { ...query, text: '1' });
        return engine.rowsOf(some, where);
      },
    };
    const into = new WrittenCells();
    await writeSelected(watched, token, new Set(ids), {
      cellsOf: ({ name }) => [name],
      into,
      label: '复制',
      withUnlisted: false,
    });
    expect(into.asText().split('\r\n')).toEqual(ids.map((id) => `客户${id}`));
    expect(asked).toEqual([500, 500, 200]);
    expect(told).toEqual([0, 500, 1000]);
    expect(useActivity.getState().tasks).toEqual([]);
  });

  it('takes those who lie in the bin too, where they are listed', async () => {
    const { engine, query } = await aList();
    const [first] = ids as [CustomerId];
    await engine.commit('customer/delete', [{ table: 'customer', id: first, after: null }]);
    const filter = { join: 'and' as const, parts: [{ field: 'deleted' as const, test: { is: 'yes' as const } }] };
    const { token } = await engine.query('list', { ...query, filter });
    const into = new WrittenCells();
    await writeSelected(engine, token, new Set([first]), {
      cellsOf: ({ id }) => [id],
      into,
      label: '复制',
      withUnlisted: false,
    });
    expect(into.asText()).toBe(first);
  });

  it('puts who is selected and not listed behind the others, or leaves them out', async () => {
    const { engine, query } = await aList();
    const { token } = await engine.query('list', { ...query, text: '客户c0007' });
    const [, , other] = ids as [CustomerId, CustomerId, CustomerId];
    const listed = anId('c0007');
    for (const withUnlisted of [true, false]) {
      const into = new WrittenCells();
      const writing = { cellsOf: ({ id }: { id: string }) => [id], into, label: '复制', withUnlisted };
      await writeSelected(engine, token, new Set([other, listed]), writing);
      expect(into.asText()).toBe(withUnlisted ? `${listed}\r\n${other}` : listed);
    }
  });
});
