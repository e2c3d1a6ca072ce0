import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { MergeChoices } from '#shared/merge/decide-facts.ts';
import { otherCustomerOf } from '#shared/domain/relation/relation.ts';
import type { Edit } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { contentOf, Machine } from '../../helpers/archive.ts';
import { aWholeKebu } from '../../helpers/whole-kebu.ts';
import {
  anId,
  putContact,
  putCustomer,
  putFollowUp,
  putInteraction,
  putOrder,
  putRelation,
} from '../../helpers/builders.ts';

const [a, b, c] = ['a', 'b', 'c'].map(anId) as [CustomerId, CustomerId, CustomerId];
const phone = (raw: string) => ({ raw, e164: `+86${raw}`, kind: 'mobile' as const });

/** The first one stays. */
function merge(engine: EngineMethods, ids: CustomerId[], choices: MergeChoices) {
  return engine.merge({ ids, survivor: ids[0] ?? null, choices });
}

async function withEngine(edits: Edit[]) {
  const machine = new Machine();
  const { engine } = await machine.openEngine();
  for (const edit of edits) await engine.commit('customer/edit', [edit]);
  return { machine, engine };
}

/** Everything that people wrote, as it lies in the database; what Kebu noted of the classes aside. */
async function everything(machine: Machine): Promise<string[]> {
  const { archive } = await machine.openArchive();
  const lines = await contentOf(archive);
  archive.close();
  return lines.filter((line) => !line.startsWith('classChange '));
}

const family = [
  putCustomer({ id: 'a', name: '张伟', code: 'A1', phones: [phone('13800138000')], note: '爱喝龙井' }),
  putCustomer({ id: 'b', name: '張偉', code: 'B1', phones: [phone('13900139000')], note: '住在滨江', referrerId: a }),
  putCustomer({ id: 'c', name: '李四', code: 'C1', referrerId: b }),
  putInteraction({ id: 'ia', customerId: 'a', text: '问候' }),
  putInteraction({ id: 'ib', customerId: 'b', text: '报价' }),
  putInteraction({ id: 'ib', customerId: 'b', text: '报价，改过' }),
  putOrder({ id: 'ob', customerId: 'b', totalFen: 12_345 }),
  putFollowUp({ id: 'fb', customerId: 'b' }),
  putContact({ id: 'pb', customerId: 'b', primary: true }),
  putContact({ id: 'x', customerId: 'c', name: '小李' }),
  putRelation({ id: 'r1', customerId: 'b', other: { customerId: a }, role: 'friend' }),
  putRelation({ id: 'r2', customerId: 'c', other: { customerId: b }, role: 'spouse' }),
  putRelation({ id: 'r3', customerId: 'a', other: { customerId: c }, role: 'spouse' }),
  putRelation({ id: 'r4', customerId: 'b', other: { customerId: c, contactId: 'x' }, role: 'colleague' }),
];

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
    expect(await engine.bin()).toEqual([]);
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
    expect((await engine.bin()).map(({ id }) => id)).toEqual(['a']);
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

describe('one customer out of a backup', () => {
  async function aBackedUpFamily(isMerged: boolean) {
    const kebu = await aWholeKebu();
    const engine = await kebu.openEngine();
    for (const edit of family) await engine.commit('customer/edit', [edit]);
    if (isMerged) await merge(engine, [a, b], {});
    kebu.wait(1);
    const { backupId } = await engine.backup();
    kebu.wait(1);
    const { chosen } = await kebu.call('restore/choose', { knownBackupId: backupId });
    const { restoreId } = await kebu.call('restore/open', { restoreId: chosen!.restoreId });
    return { engine, restoreId };
  }

  it('does not come back beside the one it became', async () => {
    const { engine, restoreId } = await aBackedUpFamily(false);
    await merge(engine, [a, b], {});
    const found = await engine.searchBackup(restoreId, '張偉');
    expect(found.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'different'],
      ['b', 'merged'],
    ]);
    const refusal = { error: { code: 'merge/is-merged', data: { survivor: '张伟' } } };
    await expect(engine.compareWithBackup(restoreId, b)).rejects.toMatchObject(refusal);
    await expect(engine.bringBack(restoreId, b)).rejects.toMatchObject(refusal);
  });

  it('leaves with the other what was taken out since', async () => {
    const { engine, restoreId } = await aBackedUpFamily(true);
    await engine.unmerge(b);
    expect((await engine.compareWithBackup(restoreId, a)).added).toEqual({});
    await engine.bringBack(restoreId, a);
    expect((await engine.dossier(a)).interaction.map(({ id }) => id)).toEqual(['ia']);
    expect((await engine.dossier(b)).interaction.map(({ id }) => id)).toEqual(['ib']);
    // Whoever was a sign to another by then is nobody to be brought back.
    expect((await engine.searchBackup(restoreId, '')).map(({ id }) => id)).not.toContain('b');
  });
});

const ids = ['a', 'b', 'c', 'd'];
const who = fc.constantFrom(...ids);
const small = fc.nat({ max: 3 });
const words = fc.constantFrom('一', '二', '三');

const anything: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(who, words, words, fc.array(small, { maxLength: 3 }), fc.option(who, { nil: undefined }))
    .map(([id, name, note, phones, referrer]) =>
      putCustomer({
        id,
        code: `K${id}`,
        name: `名${name}`,
        note,
        phones: phones.map((n) => phone(`1380013800${n}`)),
        tagIds: phones.map((n) => `t${n}`),
        customFields: { ref: referrer ?? 'nobody', word: note },
        ...(referrer !== undefined && { referrerId: anId(referrer) }),
      }),
    ),
  fc.tuple(who, small, words).map(([id, n, text]) => putInteraction({ id: `${id}-i${n}`, customerId: id, text })),
  fc.tuple(who, small).map(([id, n]) => putOrder({ id: `${id}-o${n}`, customerId: id, totalFen: (n + 1) * 100 })),
  fc.tuple(who, small).map(([id, n]) => putFollowUp({ id: `${id}-f${n}`, customerId: id })),
  fc.tuple(who, small).map(([id, n]) => putContact({ id: `${id}-p${n}`, customerId: id, primary: n === 0 })),
  fc
    .tuple(who, who, small, fc.constantFrom('spouse', 'parent', 'child', 'friend'), fc.boolean())
    .map(([id, other, n, role, hasNote]) =>
      putRelation({
        id: `${id}-r${n}`,
        customerId: id,
        other: { customerId: anId(other) },
        role,
        ...(hasNote && { note: '注' }),
      }),
    ),
  fc.tuple(who, who).map(
    ([x, y]): Edit => ({
      table: 'distinctPair',
      id: `${x}${y}`,
      after: { id: `${x}${y}`, between: [anId(x), anId(y)] },
    }),
  ),
);

const reference: Edit = {
  table: 'customField',
  id: 'ref',
  after: { id: 'ref', label: '房东', type: 'reference', options: [] },
};

async function anArchive(edits: readonly Edit[]) {
  const machine = new Machine();
  const { engine } = await machine.openEngine();
  await engine.commit('customer/create', [reference, ...ids.map((id) => putCustomer({ id, code: `K${id}` }))]);
  // What no archive takes, such as a relation with oneself, is refused one by one.
  for (const edit of edits) await engine.commit('customer/edit', [edit]).catch(() => undefined);
  return { machine, engine };
}

async function present(engine: EngineMethods): Promise<Dossier[]> {
  return (await engine.dossiers(ids.map(anId))).filter(({ customer }) => customer.deletedAt === undefined);
}

const childrenOf = (dossiers: readonly Dossier[]) =>
  dossiers
    .flatMap(({ contact, interaction, followUp, order }) => [...contact, ...interaction, ...followUp, ...order])
    .map(({ id }) => id)
    .toSorted();

describe('any merge of any archive', () => {
  const order = fc.shuffledSubarray(ids, { minLength: 2, maxLength: 4 }).map((list) => list.map(anId));

  it('loses nothing, leaves nobody dangling, and keeps every relation and sum', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 25 }), order, async (edits, merged) => {
        const { engine } = await anArchive(edits);
        const before = await present(engine);
        await merge(engine, merged, {});
        const after = await present(engine);
        const there = new Set(after.map(({ customerId }) => customerId));
        expect([...there].toSorted()).toEqual(ids.filter((id) => !merged.includes(anId(id)) || id === merged[0]));
        expect(childrenOf(after)).toEqual(childrenOf(before));
        const sum = (dossiers: Dossier[]) =>
          dossiers.flatMap((each) => each.order).reduce((fen, each) => fen + each.totalFen, 0);
        expect(sum(after)).toBe(sum(before));
        const phonesOf = (dossiers: Dossier[]) =>
          new Set(dossiers.flatMap((each) => each.customer.phones.map(({ raw }) => raw)));
        expect(phonesOf(after)).toEqual(phonesOf(before));
        for (const { customerId, customer, ...dossier } of after) {
          const named = [customer.referrerId, ...dossier.relation.map(otherCustomerOf)].filter(
            (id) => id !== null && id !== undefined,
          );
          for (const id of named) expect(there.has(anId(id)), `${customerId} names ${id}`).toBe(true);
          expect(named.filter((id) => id === customerId)).toEqual([]);
          expect(merged.slice(1)).not.toContain(customer.customFields['ref']);
          expect(dossier.contact.filter((each) => each.primary).length).toBeLessThan(ids.length);
          for (const each of dossier.relation) {
            const far = otherCustomerOf(each);
            if (far === null) continue;
            const seen = await engine.relations(anId(far));
            expect(seen.entries.map(({ record }) => record.id)).toContain(each.id);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is taken apart to the same records, in any way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { maxLength: 20 }),
        order,
        fc.boolean(),
        async (edits, merged, isOneByOne) => {
          const { machine, engine } = await anArchive(edits);
          const before = await everything(machine);
          await merge(engine, merged, {});
          // The youngest was merged last.
          const others = merged.slice(1).toSorted();
          if (isOneByOne) for (const id of others.toReversed()) await engine.unmerge(id);
          else await engine.undo();
          expect(await everything(machine)).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the survivor the same, whichever pairs are merged first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 20 }), async (edits) => {
        const [x, y, z] = ids.map(anId) as [CustomerId, CustomerId, CustomerId];
        const ways = [
          [[x, y, z]],
          [
            [x, y],
            [x, z],
          ],
          [
            [x, z],
            [x, y],
          ],
          [
            [y, z],
            [x, y],
          ],
        ];
        const results: unknown[] = [];
        for (const way of ways) {
          const { engine } = await anArchive(edits);
          for (const pair of way) await merge(engine, pair, {});
          results.push(childrenOf([await engine.dossier(x)]));
        }
        for (const result of results) expect(result).toEqual(results[0]);
      }),
      { numRuns: 20 },
    );
  });
});
