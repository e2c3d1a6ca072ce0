import { beforeEach, describe, expect, it } from 'vitest';
import { isBeginning } from '#shared/changes/field-history.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';
import { aWholeKebu } from '../../helpers/whole-kebu.ts';
import { a, b, c, family, merge, withEngine } from '../../helpers/merging.ts';

const zhang = anId('zhang');
const put = (part: object) => putCustomer({ id: 'zhang', name: '张三', ...part });

async function lastChange(engine: EngineMethods, field: string) {
  return (await engine.dossier(zhang)).history.findLast((entry) => entry.field === field)!;
}

describe('a value that was too long for the past of a card', () => {
  const long = { note: `龙井\n${'长'.repeat(9_000)}`, lines: '一\n'.repeat(1_990), own: '长'.repeat(4_900) };
  const tagIds = Array.from({ length: 300 }, (_, at) => `tag-number-${String(at)}`);

  it.each([
    ['a note', { note: long.note }, 'note', long.note],
    ['a note of short lines', { note: long.lines }, 'note', long.lines],
    ['tags', { tagIds }, 'tagIds', tagIds],
    ['a field of the user', { customFields: { own: long.own } }, 'customFields.own', long.own],
  ])('is read whole from the journal: %s', async (_what, part, field, whole) => {
    const { engine } = await new Machine().openEngine();
    await engine.commit('customer/create', [put(part)]);
    await engine.commit('customer/edit', [put({ note: '短' })]);
    const { before, changeSetId } = await lastChange(engine, field);
    expect(isBeginning(before)).toBe(true);
    expect(await engine.valueBefore(changeSetId, zhang, field)).toEqual(whole);
  });

  it('is never taken for whole, nor a whole one for its beginning', async () => {
    const { engine } = await new Machine().openEngine();
    const whole = [`${'长'.repeat(3_997)}…`, '短…', ''];
    for (const note of [...whole, '完']) await engine.commit('customer/edit', [put({ note })]);
    const { history } = await engine.dossier(zhang);
    expect(history.filter(({ field }) => field === 'note').map(({ before }) => [before, isBeginning(before)])).toEqual(
      whole.map((note) => [note, false]),
    );
  });

  it('is said to be gone where the journal holds it no longer', async () => {
    const kebu = await aWholeKebu();
    const engine = await kebu.openEngine();
    await engine.commit('customer/create', [put({ note: long.note }), putCustomer({ id: 'li', name: '李四' })]);
    await engine.commit('customer/edit', [put({ note: '短' })]);
    const { changeSetId } = await lastChange(engine, 'note');
    await engine.commit('customer/delete', [{ table: 'customer', id: 'li', after: null }]);
    kebu.wait(1);
    await engine.erase([anId('li')]);
    await expect(engine.valueBefore(changeSetId, zhang, 'note')).rejects.toThrow('archive/past-shortened');
    expect((await engine.dossier(zhang)).customer.note).toBe('短');
    await kebu.machine.session.end();
  });
});

describe('somebody who is named anew and turned out to be another', () => {
  let engine: EngineMethods;
  beforeEach(async () => {
    ({ engine } = await withEngine([
      { table: 'customField', id: 'ref', after: { id: 'ref', label: '房东', type: 'reference', options: [] } },
      ...family,
      putCustomer({ id: 'd', name: '赵六', code: 'D1' }),
    ]));
    await merge(engine, [a, b]);
  });
  const d = anId('d');
  const putD = (part: object) => putCustomer({ id: 'd', name: '赵六', code: 'D1', ...part });

  it('is named as whom they turned out to be, by a card, a field and a relation', async () => {
    await engine.commit('customer/edit', [putD({ referrerId: b, customFields: { ref: 'b' } })]);
    await engine.commit('relation/edit', [
      {
        table: 'relation',
        id: 'late',
        after: { id: 'late', customerId: d, other: { customerId: b }, role: 'friend', origin: { kind: 'manual' } },
      },
    ]);
    const { customer, relation } = await engine.dossier(d);
    expect([customer.referrerId, customer.customFields['ref']]).toEqual([a, 'a']);
    expect(relation.map(({ other }) => other)).toEqual([{ customerId: a }]);
  });

  it('is so when an old step is taken back that named them', async () => {
    await engine.unmerge(b);
    await engine.commit('customer/edit', [putD({ referrerId: b, customFields: { ref: 'b' } })]);
    const { changeSetId } = await engine.commit('customer/edit', [putD({})]);
    await merge(engine, [a, b]);
    await engine.undo(changeSetId);
    const { customer } = await engine.dossier(d);
    expect([customer.referrerId, customer.customFields['ref']]).toEqual([a, 'a']);
  });

  it('names not themselves by that', async () => {
    const { customer } = await engine.dossier(a);
    const { version: _v, createdAt: _c, updatedAt: _u, ...after } = customer;
    await engine.commit('customer/edit', [
      { table: 'customer', id: 'a', after: { ...after, note: '新', referrerId: b, customFields: { ref: 'b' } } },
    ]);
    const now = (await engine.dossier(a)).customer;
    expect([now.note, now.referrerId, now.customFields['ref']]).toEqual(['新', undefined, undefined]);
    expect((await engine.relations(c)).introducedBy?.name).toBe('张伟');
  });
});
