import { describe, expect, it } from 'vitest';
import { putCustomer, putInteraction } from '../../../helpers/builders.ts';
import { a, b, c, everything, family, merge, phone, withEngine } from '../../../helpers/merging.ts';
import { aWholeKebu } from '../../../helpers/whole-kebu.ts';

describe('taking apart', () => {
  it('gives back what was, right away or by the card', async () => {
    for (const how of ['undo', 'unmerge'] as const) {
      const { machine, engine } = await withEngine(family);
      const before = await everything(machine);
      await merge(engine, [a, b], {});
      await (how === 'undo' ? engine.undo() : engine.unmerge(b));
      expect(await everything(machine), how).toEqual(before);
      expect((await engine.card(a)).merged).toEqual([]);
    }
  });

  it('leaves with the survivor what came later, and takes along what was done to the other’s', async () => {
    const { engine } = await withEngine(family);
    await merge(engine, [a, b], {});
    const merged = await engine.dossier(a);
    const { version: _v, createdAt: _c, updatedAt: _u, ...customer } = merged.customer;
    await engine.commit('customer/edit', [
      {
        table: 'customer',
        id: 'a',
        after: {
          ...customer,
          phones: [...customer.phones, phone('13700137000')],
          note: `${customer.note ?? ''}\n后来写的`,
        },
      },
      putInteraction({ id: 'later', customerId: 'a', text: '后来的' }),
      putInteraction({ id: 'ib', customerId: 'a', text: '报价，合并后又改' }),
    ]);
    await engine.unmerge(b);
    const [survivor, other] = [await engine.dossier(a), await engine.dossier(b)];
    expect(survivor.customer.phones.map(({ raw }) => raw)).toEqual(['13800138000', '13700137000']);
    expect(survivor.customer.note).toBe('爱喝龙井\n后来写的');
    expect(survivor.interaction.map(({ id }) => id)).toEqual(['ia', 'later']);
    expect(other.customer.phones.map(({ raw }) => raw)).toEqual(['13900139000']);
    expect(other.interaction.map(({ text }) => text)).toEqual(['报价，合并后又改']);
  });

  it('asks where both sides wrote the same, and loses neither', async () => {
    const { engine } = await withEngine([putCustomer({ id: 'a' }), putCustomer({ id: 'b', title: '店长' })]);
    await merge(engine, [a, b], {});
    await engine.commit('customer/edit', [putCustomer({ id: 'a', title: '老板' })]);
    await expect(engine.unmerge(b)).rejects.toMatchObject({ error: { code: 'archive/undo-conflict' } });
    expect((await engine.previewUnmerge(b)).conflicts).toMatchObject([{ field: 'title', now: '老板' }]);
    await engine.unmerge(b, 'keep');
    expect((await engine.dossier(a)).customer.title).toBe('老板');
    expect((await engine.dossier(b)).customer.title).toBe('店长');
  });

  it('waits for the one who went on to somebody else', async () => {
    const { machine, engine } = await withEngine(family);
    const before = await everything(machine);
    const first = await merge(engine, [a, b], {});
    await merge(engine, [c, a], {});
    expect((await engine.dossier(c)).interaction.map(({ id }) => id).toSorted()).toEqual(['ia', 'ib']);
    expect((await engine.card(c)).merged.map(({ id, with: along }) => [id, along?.id])).toEqual([
      ['a', undefined],
      ['b', 'a'],
    ]);
    const refusal = { error: { code: 'merge/moved-on' } };
    await expect(engine.unmerge(b)).rejects.toMatchObject(refusal);
    await expect(engine.undo(first.changeSetId, 'keep')).rejects.toMatchObject(refusal);
    await engine.unmerge(a);
    await engine.unmerge(b);
    expect(await everything(machine)).toEqual(before);
  });

  it('can itself be undone', async () => {
    const { machine, engine } = await withEngine(family);
    await merge(engine, [a, b], {});
    const merged = await everything(machine);
    await engine.unmerge(b);
    await engine.undo();
    expect(await everything(machine)).toEqual(merged);
    await engine.redo();
    expect((await engine.dossier(b)).interaction).toHaveLength(1);
  });

  it('takes one of several out and leaves the others in', async () => {
    const { engine } = await withEngine(family);
    await merge(engine, [a, b, c], {});
    await engine.unmerge(b);
    expect((await engine.card(a)).merged.map(({ id }) => id)).toEqual(['c']);
    expect((await engine.dossier(b)).order).toHaveLength(1);
    expect((await engine.dossier(a)).customer.formerCodes).toEqual(['C1']);
  });

  it('is out of reach once everything is gone for good, and the other’s words with it', async () => {
    const kebu = await aWholeKebu();
    const engine = await kebu.openEngine();
    for (const edit of family) await engine.commit('customer/edit', [edit]);
    await engine.commit('customer/not-same', [{ table: 'distinctPair', id: 'p', after: { id: 'p', between: [b, c] } }]);
    kebu.wait(1);
    await engine.backup();
    await merge(engine, [a, b], {});
    await engine.commit('customer/delete', [{ table: 'customer', id: 'a', after: null }]);
    expect((await engine.bin(9)).entries.map(({ id }) => id)).toEqual(['a']);
    kebu.wait(1);
    const certificate = await engine.erase([a]);
    expect(certificate).toMatchObject({ persons: 2, records: { customer: 2, distinctPair: 1 }, snapshotsRewritten: 1 });
    for (const id of [a, b])
      await expect(engine.dossier(id)).rejects.toMatchObject({ error: { code: 'archive/not-found' } });
    expect(JSON.stringify(await engine.dossier(c))).not.toContain('張偉');
    kebu.wait(1);
    // Both are forgotten for good: neither comes back out of the backup made before they were one.
    const { chosen } = await kebu.call('restore/choose', { knownBackupId: (await engine.backup()).backupId });
    expect(
      (
        await engine.searchBackup((await kebu.call('restore/open', { restoreId: chosen!.restoreId })).restoreId, '')
      ).map(({ id }) => id),
    ).toEqual(['c']);
  });
});
