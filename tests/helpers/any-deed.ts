import * as fc from 'fast-check';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Edit } from '../../renderer/engine/api.ts';
import type { EngineMethods } from '../../renderer/engine/client-types.ts';
import { draftOf } from '../../renderer/engine/draft-of.ts';
import { anId, putContact, putCustomer, putFollowUp, putInteraction, putOrder, putRelation } from './builders.ts';
import { merge, phone } from './merging.ts';

export const everybody = ['a', 'b', 'c', 'd'].map(anId);
const who = fc.constantFrom(...everybody);
const small = fc.nat({ max: 2 });
const word = fc.constantFrom('一', '二', '三');

/** Something that somebody does to an archive. Refused, it does nothing. */
export interface Deed {
  name: string;
  do: (engine: EngineMethods) => Promise<unknown>;
}

const deed = <T>(name: string, picks: fc.Arbitrary<T>, work: (engine: EngineMethods, pick: T) => Promise<unknown>) =>
  picks.map((pick): Deed => ({ name: `${name} ${JSON.stringify(pick)}`, do: (engine) => work(engine, pick) }));

const line = (text: string) => ({ text, qtyMilli: 1000, amountFen: 100 });

const written: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({ id: who, text: word, phones: fc.array(small, { maxLength: 2 }), by: fc.option(who, { nil: undefined }) })
    .map(({ id, text, phones, by }) =>
      putCustomer({
        id,
        code: `K${id}`,
        name: `名${text}`,
        note: text,
        industry: text,
        phones: phones.map((n) => phone(`1380013800${String(n)}`)),
        tagIds: phones.map((n) => `t${String(n)}`),
        customFields: { own: text, ...(by !== undefined && { ref: by }) },
        ...(by !== undefined && { referrerId: by }),
      }),
    ),
  fc
    .tuple(who, small, word)
    .map(([id, n, text]) => putContact({ id: `${id}-p${String(n)}`, customerId: id, name: text })),
  fc
    .tuple(who, small, word)
    .map(([id, n, text]) => putInteraction({ id: `${id}-i${String(n)}`, customerId: id, text })),
  fc.tuple(who, small, word).map(([id, n, text]) =>
    putFollowUp({
      id: `${id}-f${String(n)}`,
      customerId: id,
      title: text,
      rrule: 'FREQ=WEEKLY',
      cadenceFrom: 'schedule',
    }),
  ),
  fc
    .tuple(who, small, word)
    .map(([id, n, text]) =>
      putOrder({ id: `${id}-o${String(n)}`, customerId: id, lines: [line(text)], totalFen: 100 }),
    ),
  fc.tuple(who, small).map(([id, n]) =>
    putOrder({
      id: `${id}-back${String(n)}`,
      customerId: id,
      type: 'refund',
      refOrderId: `${id}-o${String(n)}`,
      totalFen: -100,
    }),
  ),
  fc
    .tuple(who, small, who, fc.constantFrom('spouse', 'friend', 'child'))
    .map(([id, n, other, role]) =>
      putRelation({ id: `${id}-r${String(n)}`, customerId: id, other: { customerId: other }, role }),
    ),
  fc.tuple(who, small, word).map(
    ([customerId, n, name]): Edit => ({
      table: 'attachment',
      id: `${customerId}-a${String(n)}`,
      after: {
        id: `${customerId}-a${String(n)}`,
        customerId,
        name,
        sha256: 'a'.repeat(64),
        sizeBytes: 3,
        mediaType: 'text/plain',
        addedAt: '2026-03-01T08:00',
        origin: { kind: 'manual' },
      },
    }),
  ),
  fc.tuple(small, word).map(([n, name]): Edit => {
    const id = `t${String(n)}`;
    return { table: 'tag', id, after: { id, name: `${name}${id}` } };
  }),
  word.map(
    (name): Edit => ({
      table: 'word',
      id: 'w',
      after: { id: 'w', list: 'campaign', key: 'own:w', name, campaign: { kind: 'fair', place: name } },
    }),
  ),
  word.map(
    (label): Edit => ({
      table: 'customField',
      id: 'tagged',
      after: { id: 'tagged', label, type: 'text', options: [], tagId: 't0' },
    }),
  ),
);

const gone: fc.Arbitrary<Edit> = fc
  .tuple(
    who,
    small,
    fc.constantFrom('contact/p', 'interaction/i', 'followUp/f', 'order/o', 'relation/r', 'attachment/a'),
  )
  .map(([customerId, n, kind]) => {
    const [table, letter] = kind.split('/') as ['contact', string];
    return { table, id: `${customerId}-${letter}${String(n)}`, customerId, after: null };
  });

const renames = { 一: '二', 二: '三' };

export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: deed('write', written, (engine, edit) => engine.commit('customer/edit', [edit])) },
  { weight: 2, arbitrary: deed('remove', gone, (engine, edit) => engine.commit('customer/edit', [edit])) },
  deed('bin', who, (engine, id) => engine.commit('customer/delete', [{ table: 'customer', id, after: null }])),
  deed('put back', who, async (engine, id) => {
    const { customer } = await engine.dossier(id);
    return engine.commit('customer/restore', [{ table: 'customer', id, after: draftOf(customer) }]);
  }),
  { weight: 2, arbitrary: deed('merge', fc.tuple(who, who), (engine, ids) => merge(engine, ids)) },
  deed('unmerge', who, (engine, id) => engine.unmerge(id, 'keep')),
  deed('done', fc.tuple(who, small), async (engine, [id, n]) => engine.completeFollowUp(id, `${id}-f${String(n)}`)),
  deed('log', fc.tuple(who, word), (engine, [customerId, text]) =>
    engine.logContact({
      customerId,
      channel: 'phone',
      direction: 'outbound',
      text,
      at: '2026-03-01T10:00',
      next: { due: '2026-03-09', title: text, promise: true },
    }),
  ),
  deed('answer', fc.tuple(who, fc.constantFrom('phones', 'industry', 'custom:own')), (engine, [id, key]) =>
    engine.answerGap(id, key as 'phones', 'untold'),
  ),
  deed('fill', fc.tuple(who, word), (engine, [id, text]) => engine.fillGap(id, 'industry', text)),
  deed('bulk', fc.tuple(fc.subarray(everybody), word), (engine, [ids, text]) =>
    engine.commitBulk([{ ids, change: { kind: 'set', field: 'industry', text } }], 'customer/bulk-edit'),
  ),
  deed('retype', fc.constantFrom('choice', 'choices', 'text'), (engine, type) =>
    engine.commitRetype('own', { type, options: [] }, 'zh-CN'),
  ),
  deed('rename', fc.constant(renames), (engine, words) =>
    engine.commitRewrite([{ kind: 'words', field: 'industry', renames: words }], 'dictionary/edit', []),
  ),
  deed('drop tag', small, (engine, n) => {
    const id = `t${String(n)}`;
    return engine.commitRewrite([{ kind: 'words', field: 'tagIds', renames: { [id]: null } }], 'tag/delete', [
      { table: 'tag', id, after: null },
    ]);
  }),
  deed('import', fc.array(written, { minLength: 1, maxLength: 4 }), async (engine, edits) => {
    await engine.stage('s', edits);
    try {
      return await engine.commitStaged('s', 'import/customers');
    } finally {
      await engine.discardStaged('s');
    }
  }),
);

/** What every such archive begins with. */
export const beginning: Edit[] = [
  { table: 'customField', id: 'own', after: { id: 'own', label: '口味', type: 'text', options: [] } },
  { table: 'customField', id: 'ref', after: { id: 'ref', label: '房东', type: 'reference', options: [] } },
  ...['t0', 't1', 't2'].map((id): Edit => ({ table: 'tag', id, after: { id, name: id } })),
  ...everybody.map((id) => putCustomer({ id, code: `K${id}`, name: id })),
];

/** Does it; `false` where it was refused or changed nothing. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    return ((await work()) as { changeSetId?: string } | undefined)?.changeSetId !== '';
  } catch (error) {
    if (error instanceof AppFailure) return false;
    throw error;
  }
}

/** Ids that something outside the bin names though nobody of that id is there, or they are another by now. */
export async function namedInVain(engine: EngineMethods): Promise<string[]> {
  const dossiers = await engine.dossiers(everybody);
  const there = new Set<string>(dossiers.flatMap(({ customer }) => (customer.mergedInto ? [] : [customer.id])));
  return dossiers
    .filter(({ customer }) => customer.mergedInto === undefined)
    .flatMap(({ customer, relation, interaction, followUp, order, contact }) => {
      const own = new Set([...contact, ...followUp, ...order].map(({ id }) => id));
      const others = [
        customer.referrerId,
        customer.customFields['ref'] as CustomerId | undefined,
        ...relation.flatMap(({ other }) => ('customerId' in other ? [other.customerId] : [])),
      ].filter((id) => id !== undefined);
      const inside = [
        ...[...interaction, ...followUp].flatMap(({ contactId }) => contactId ?? []),
        ...interaction.flatMap(({ followUpId }) => followUpId ?? []),
      ];
      return [
        ...others.flatMap((id) => (there.has(id) ? [] : [`${customer.id} names ${id}`])),
        ...inside.flatMap((id) => (own.has(id) ? [] : [`${customer.id} speaks of ${id}`])),
        ...(order.some(({ customerId }) => customerId !== customer.id) ? [`${customer.id} holds another's`] : []),
      ];
    });
}

/** Whoever introduced somebody, one after the other, never comes back to them. */
export async function circlesOf(engine: EngineMethods): Promise<string[]> {
  const by = new Map<string, string | undefined>(
    (await engine.dossiers(everybody)).map(({ customer }) => [customer.id, customer.referrerId]),
  );
  return everybody.filter((id) => {
    const seen = new Set<string>();
    for (let at: string | undefined = by.get(id); at !== undefined && !seen.has(at); at = by.get(at)) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  });
}
