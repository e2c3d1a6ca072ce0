import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerWords } from '#shared/domain/customer/answer.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { isOpen } from '#shared/gaps/answers.ts';
import { gapFields, gapsOf, type GapKey } from '#shared/gaps/gap-fields.ts';
import type { Edit } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { draftOf } from '../../../renderer/engine/draft-of.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putContact, putCustomer } from '../../helpers/builders.ts';

const today = '2026-03-01';
const [a, b] = [anId('a'), anId('b')];
const phones: Customer['phones'] = [{ raw: '13800138001', kind: 'mobile' }];

async function anEngine(
  edits: readonly Edit[] = [putCustomer({ id: 'a', name: '甲' }), putCustomer({ id: 'b', name: '乙' })],
) {
  const { engine } = await new Machine().openEngine(today);
  await engine.commit('field/edit', [
    {
      table: 'customField',
      id: 'rent',
      after: { id: 'rent', label: '租金', type: 'money', options: [], required: true },
    },
  ]);
  await engine.commit('import/customers', [...edits]);
  return engine;
}

async function answersOf(engine: EngineMethods, id = a): Promise<string[]> {
  return Object.entries((await engine.dossier(id)).customer.answers ?? {}).map(
    ([key, { is, on }]) => `${key} ${is} ${on}`,
  );
}

async function change(engine: EngineMethods, id: Customer['id'], part: Partial<Customer>): Promise<void> {
  const { customer } = await engine.dossier(id);
  await engine.commit('customer/edit', [{ table: 'customer', id, after: { ...draftOf(customer), ...part } }]);
}

async function found(engine: EngineMethods, ...of: string[]): Promise<string[]> {
  const filter = { join: 'and' as const, parts: [{ field: 'gaps' as const, test: { is: 'any' as const, of } }] };
  const { token } = await engine.query('list', { text: '', filter, sort: [] });
  return (await engine.ids(token)).toSorted();
}

const percentOf = async (engine: EngineMethods, id = a) =>
  (await engine.gapRows([id], ['phones']))[0]?.row.completenessPercent;

describe('answering instead of filling in', () => {
  it('takes a gap off the list, makes the card more complete, is found by a filter, and goes by undo', async () => {
    const engine = await anEngine();
    expect(await percentOf(engine)).toBe(17);
    await engine.answerGap(a, 'birthday', 'untold');
    await engine.answerGap(a, 'emails', 'none');
    await engine.answerGap(a, 'custom:rent', 'none');
    expect(await answersOf(engine)).toEqual([
      `birthday untold ${today}`,
      `emails none ${today}`,
      `custom:rent none ${today}`,
    ]);
    expect(await percentOf(engine)).toBe(50);
    expect(await engine.nextGaps(['birthday', 'emails', 'custom:rent'], [], 9)).toEqual([b]);
    expect(await found(engine, 'emails none')).toEqual([a]);
    expect(await found(engine, 'emails untold')).toEqual([]);
    expect(await found(engine, 'emails open', 'custom:rent open')).toEqual([b]);
    expect(await found(engine, 'custom:rent none', 'emails open')).toEqual([a, b]);
    const { history } = await engine.dossier(a);
    expect(history.at(-1)).toMatchObject({ field: 'answers.custom:rent', after: { is: 'none', on: today } });

    await engine.undo();
    expect(await engine.nextGaps(['custom:rent'], [], 9)).toContain(a);
    await engine.answerGap(a, 'emails', null);
    expect(await answersOf(engine)).toEqual([`birthday untold ${today}`]);
    expect(await engine.nextGaps(['emails'], [], 9)).toContain(a);
  });

  it('writes nothing where there is a value by then', async () => {
    const engine = await anEngine([putCustomer({ id: 'a', phones })]);
    expect((await engine.answerGap(a, 'phones', 'none')).changeSetId).toBe('');
    expect(await answersOf(engine)).toEqual([]);
  });

  it('ends as soon as a value comes, also with a contact person, and is back when that is taken back', async () => {
    const engine = await anEngine([putCustomer({ id: 'a', kind: 'company', name: '永兴五金' })]);
    for (const key of ['phones', 'identity', 'custom:rent'] as const) await engine.answerGap(a, key, 'none');
    await engine.commit('contact/edit', [putContact({ id: 'p', customerId: 'a', phones })]);
    expect(await answersOf(engine)).toEqual([`custom:rent none ${today}`]);
    await engine.undo();
    const all = ['custom:rent', 'identity', 'phones'].map((key) => `${key} none ${today}`);
    expect((await answersOf(engine)).toSorted()).toEqual(all);
    await engine.fillGap(a, 'custom:rent', '1200');
    expect(await answersOf(engine)).not.toContain(`custom:rent none ${today}`);
  });

  it('ends when an old value is restored by taking back what removed it', async () => {
    const engine = await anEngine([putCustomer({ id: 'a', phones })]);
    await change(engine, a, { phones: [] });
    const [removal] = await engine.history(1);
    await engine.answerGap(a, 'phones', 'none');
    await engine.undo(removal?.changeSetId);
    expect(await answersOf(engine)).toEqual([]);
    expect((await engine.dossier(a)).customer.phones).toEqual(phones);
  });

  it('goes along in a merge, ends where the other has a value, and is whose it was once they are two again', async () => {
    const engine = await anEngine([
      putCustomer({ id: 'a' }),
      putCustomer({ id: 'b', emails: [{ address: 'b@b.cn' }] }),
    ]);
    await engine.answerGap(a, 'emails', 'none');
    await engine.answerGap(b, 'birthday', 'untold');
    for (const how of ['undo', 'unmerge'] as const) {
      await engine.merge({ ids: [a, b], survivor: a, choices: {} });
      expect(await answersOf(engine)).toEqual([`birthday untold ${today}`]);
      await (how === 'undo' ? engine.undo() : engine.unmerge(b));
      expect(await answersOf(engine), how).toEqual([`emails none ${today}`]);
      expect(await answersOf(engine, b), how).toEqual([`birthday untold ${today}`]);
    }
  });
});

const ids = fc.constantFrom(a, b);
const keys = fc.constantFrom<GapKey>('phones', 'emails', 'birthday', 'identity', 'custom:rent');
const step = fc.oneof(
  fc.record({ do: fc.constant('answer' as const), id: ids, key: keys, word: fc.constantFrom(...answerWords, null) }),
  fc.record({
    do: fc.constant('write' as const),
    id: ids,
    part: fc.constantFrom<Partial<Customer>>(
      { phones },
      { phones: [] },
      { emails: [{ address: 'a@b.cn' }] },
      { emails: [] },
      { birthday: { calendar: 'solar', month: 3, day: 8 } },
      { customFields: { rent: 100 } },
      { customFields: {} },
    ),
  }),
  fc.record({ do: fc.constantFrom('add person' as const, 'remove person' as const), id: ids }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const, 'merge' as const, 'unmerge' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(engine: EngineMethods, each: Step): Promise<void> {
  switch (each.do) {
    case 'answer':
      await engine.answerGap(each.id, each.key, each.word);
      return;
    case 'write':
      await change(engine, each.id, each.part);
      return;
    case 'add person':
      await engine.commit('contact/edit', [putContact({ id: `p${each.id}`, customerId: each.id, phones })]);
      return;
    case 'remove person':
      await engine.commit('contact/edit', [{ table: 'contact', id: `p${each.id}`, customerId: each.id, after: null }]);
      return;
    case 'undo':
      await engine.undo();
      return;
    case 'redo':
      await engine.redo();
      return;
    case 'merge':
      await engine.merge({ ids: [a, b], survivor: a, choices: {} });
      return;
    case 'unmerge':
      await engine.unmerge(b, 'keep');
  }
}

describe('whatever is done', () => {
  it('leaves no answer beside a value, and the columns say what the cards say', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const engine = await anEngine();
        for (const each of steps) {
          // What cannot be done is refused, and changes nothing.
          await take(engine, each).catch(() => undefined);
          for (const id of [a, b]) {
            const dossier = await engine.dossier(id).catch(() => null);
            // Their coming was taken back.
            if (!dossier) continue;
            const { customer, contact, attachment } = dossier;
            for (const key of Object.keys(customer.answers ?? {})) {
              answered += 1;
              expect(isOpen(key, customer, contact, attachment), key).toBe(true);
            }
            if (customer.deletedAt !== undefined) continue;
            const all: GapKey[] = [...gapFields, 'custom:rent'];
            const isRentOpen = customer.customFields['rent'] === undefined && !customer.answers?.['custom:rent'];
            const gaps = [...gapsOf(customer, contact), ...(isRentOpen ? ['custom:rent' as const] : [])];
            expect((await engine.gapRows([id], all))[0]?.gaps).toEqual(gaps);
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(answered).toBeGreaterThan(5);
  });
});
