import { describe, expect, it } from 'vitest';
import type { Engine, EngineMethods } from '../../renderer/engine/client-types.ts';
import { readIntroductions } from '../../renderer/features/customers/relations/read-introductions.ts';
import { Machine } from '../helpers/archive.ts';
import { anId, putCustomer, putOrder } from '../helpers/builders.ts';

/** The engine, and how often it was asked. */
function counted(engine: EngineMethods) {
  const asked = { times: 0 };
  const introduced: Engine['introduced'] = (...args) => {
    asked.times += 1;
    return engine.introduced(...args);
  };
  return {
    asked,
    engine: { introduced, introducers: (id: Parameters<Engine['introducers']>[0]) => engine.introducers(id) },
  };
}

describe('the outline of who introduced whom', () => {
  it('begins some steps above somebody with a thousand introducers, and says how many stand further up', async () => {
    const { engine } = await new Machine().openEngine();
    await engine.commit(
      'import/customers',
      Array.from({ length: 1_001 }, (_, n) =>
        putCustomer({ id: `c${n}`, name: `客户${n}`, ...(n > 0 && { referrerId: anId(`c${n - 1}`) }) }),
      ),
    );
    const { asked, engine: watched } = counted(engine);
    const { rows, above, hidden } = await readIntroductions(watched, anId('c1000'), new Set());
    expect(rows.map(({ id, level }) => `${level} ${id}`)).toEqual(
      Array.from({ length: 21 }, (_, n) => `${n + 1} c${980 + n}`),
    );
    expect({ above, hidden }).toEqual({ above: 980, hidden: 0 });
    expect(asked.times).toBeLessThan(25);
  });

  it('shows somebody who brought least among very many', async () => {
    const { engine } = await new Machine().openEngine();
    const children = Array.from({ length: 300 }, (_, n) => `c${n}`);
    await engine.commit('import/customers', [
      putCustomer({ id: 'root', name: '源头' }),
      ...children.map((id) => putCustomer({ id, name: `客户${id}`, referrerId: anId('root') })),
      ...children.slice(1).map((id) => putOrder({ id: `o-${id}`, customerId: id, totalFen: 1_000 })),
    ]);
    const { rows, hidden } = await readIntroductions(engine, anId('c0'), new Set());
    expect(rows).toHaveLength(202);
    expect(rows.at(-1)).toMatchObject({ id: 'c0', level: 2 });
    expect(hidden).toBe(99);
  });
});
