import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { putCustomer, putInteraction } from '../../../helpers/builders.ts';
import { a, b, c, everything, family, merge, phone, withEngine } from '../../../helpers/merging.ts';

describe('a merge', () => {
  it('brings everything to the survivor, and whoever named the other names the survivor', async () => {
    const { engine } = await withEngine(family);
    const preview = await engine.previewMerge({ ids: [b, a], survivor: a, choices: {} });
    expect(preview.carried).toEqual({ contact: 1, interaction: 1, followUp: 1, order: 1, relation: 1 });
    await merge(engine, [a, b], {});
    const dossier = await engine.dossier(a);
    expect(dossier.customer).toMatchObject({ aliases: ['張偉'], formerCodes: ['B1'], note: '爱喝龙井\n\n住在滨江' });
    expect(dossier.customer.phones.map(({ raw }) => raw)).toEqual(['13800138000', '13900139000']);
    expect(dossier.interaction.map(({ id }) => id)).toEqual(['ia', 'ib']);
    expect([dossier.order[0]?.id, dossier.followUp[0]?.id, dossier.contact[0]?.id]).toEqual(['ob', 'fb', 'pb']);
    // Told from both sides once: the friendship with himself and the second marriage are gone.
    expect((await engine.relations(a)).entries.map(({ role, other }) => [other.name, role])).toEqual([
      ['李四', 'spouse'],
      ['小李', 'colleague'],
    ]);
    expect((await engine.dossier(c)).customer.referrerId).toBe('a');
    expect(dossier.customer.referrerId).toBeUndefined();
    expect((await engine.card(a)).classes.find(({ dimension }) => dimension === 'value')?.class).not.toBe('none');
  });

  it('takes the past of what moved along, so that its earlier words stay', async () => {
    const { engine } = await withEngine(family);
    await merge(engine, [a, b], {});
    const { history } = await engine.dossier(a);
    expect(history).toContainEqual(expect.objectContaining({ recordId: 'ib', field: 'text', before: '报价' }));
    await engine.unmerge(b);
    expect((await engine.dossier(a)).history.some(({ recordId }) => recordId === 'ib')).toBe(false);
    expect((await engine.dossier(b)).history).toContainEqual(
      expect.objectContaining({ recordId: 'ib', before: '报价' }),
    );
  });

  it('leaves nobody in the lists, the bin and the counts but the survivor', async () => {
    const { engine } = await withEngine(family);
    await merge(engine, [a, b], {});
    const { total } = await engine.query('q', { text: '', sort: [{ column: 'name', descending: false }] });
    expect(total).toBe(2);
    expect((await engine.bin(9)).entries).toEqual([]);
    expect(await engine.overview()).toMatchObject({ customers: 2, inBin: 0 });
    const deleted = { field: 'deleted', test: { is: 'yes' } } as const;
    expect(await engine.counts([{ join: 'and', parts: [deleted] }])).toEqual([0]);
    // By its name, its code and its phone the other one is still found.
    for (const key of [{ name: '張偉' }, { code: 'B1' }, { phone: '139 0013 9000' }]) {
      expect(
        (await engine.matches([key]))[0]?.map(({ id }) => id),
        JSON.stringify(key),
      ).toEqual(['a']);
    }
    expect((await engine.search('B1', 5)).map(({ id }) => id)).toContain('a');
  });

  it('is told in the history as what it was', async () => {
    const { engine } = await withEngine(family);
    const { changeSetId } = await merge(engine, [a, b], {});
    const [entry] = await engine.history(1);
    expect(entry).toMatchObject({ reason: 'customer/merge', undoable: true });
    expect(entry?.counts).toMatchObject({ interaction: 1, order: 1, contact: 1 });
    const records = (await engine.changesOf(changeSetId))?.records ?? [];
    expect(records.find(({ recordId }) => recordId === 'b')?.deed).toBe('merged');
    expect(records.find(({ recordId }) => recordId === 'ib')).toMatchObject({ deed: 'moved', customerName: '张伟' });
  });

  it('refuses one alone, somebody in the bin, and more than a record holds', async () => {
    const many = (from: number) =>
      Array.from({ length: 30 }, (_, n) => phone(`138${String(from + n).padStart(8, '0')}`));
    const { engine } = await withEngine([
      putCustomer({ id: 'a', phones: many(0) }),
      putCustomer({ id: 'b', phones: many(100) }),
      putCustomer({ id: 'c' }),
      { table: 'customer', id: 'c', after: null },
    ]);
    await expect(merge(engine, [a, a], {})).rejects.toMatchObject({ error: { code: 'merge/number' } });
    await expect(merge(engine, [a, c], {})).rejects.toMatchObject({ error: { code: 'archive/not-found' } });
    await expect(merge(engine, [a, b], {})).rejects.toMatchObject({ error: { code: 'merge/too-much' } });
    await merge(engine, [a, b], { phones: a });
    expect((await engine.dossier(a)).customer.phones).toHaveLength(30);
  });

  it('lets nobody write to the one who is not there any more', async () => {
    const { engine } = await withEngine(family);
    await engine.merge({ ids: [a, b], survivor: a, choices: { name: a } });
    const refusal = { error: { code: 'merge/is-merged', data: { name: '張偉', survivor: '张伟' } } };
    const writes = [
      putCustomer({ id: 'b', name: '又来' }),
      putInteraction({ id: 'new', customerId: 'b' }),
      putInteraction({ id: 'ib', customerId: 'b' }),
    ];
    for (const edit of writes) await expect(engine.commit('customer/edit', [edit])).rejects.toMatchObject(refusal);
    // Nor by a change of what is there of them, which would leave them merged and out of the bin.
    await expect(engine.fillGap(b, 'industry', '建材')).rejects.toMatchObject(refusal);
    await expect(engine.answerGap(b, 'industry', 'untold')).rejects.toMatchObject(refusal);
    expect((await engine.card(b)).survivor).toBe('a');
  });

  it('survives the loss of the database', async () => {
    const { machine, engine } = await withEngine(family);
    await merge(engine, [a, b], {});
    await engine.close();
    const before = await everything(machine);
    machine.indexedDB = new IDBFactory();
    expect(await everything(machine)).toEqual(before);
    const { engine: again } = await machine.openEngine();
    expect((await again.dossier(a)).history).toContainEqual(
      expect.objectContaining({ recordId: 'ib', before: '报价' }),
    );
    expect((await again.card(a)).merged.map(({ id }) => id)).toEqual(['b']);
  });
});
