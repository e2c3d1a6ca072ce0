import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../renderer/engine/api.ts';
import type { Archive } from '../../../renderer/engine/archive/archive.ts';
import { anyText } from '../../helpers/any-text.ts';
import { commit, contentOf, Machine, stateOf } from '../../helpers/archive.ts';
import { putCustomer, putFollowUp, putInteraction, putOrder } from '../../helpers/builders.ts';

const customer = fc.integer({ min: 0, max: 3 }).map((n) => `c${n}`);
const text = anyText({ maxLength: 8 });
const record = fc.integer({ min: 0, max: 4 });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({ id: customer, name: text, note: text, tag: fc.boolean() })
    .map(({ id, name, note, tag }) =>
      putCustomer({ id, name: `名${name}`, note, code: id, tagIds: tag ? ['t0'] : [] }),
    ),
  fc
    .tuple(customer, record, text)
    .map(([id, n, words]) => putInteraction({ id: `${id}-i${n}`, customerId: id, text: words })),
  fc.tuple(customer, record).map(([id, n]) => putOrder({ id: `${id}-o${n}`, customerId: id, totalFen: n * 100 })),
  fc
    .tuple(customer, record, text)
    .map(([id, n, title]) => putFollowUp({ id: `${id}-f${n}`, customerId: id, title: `跟${title}` })),
  customer.map((id): Edit => ({ table: 'customer', id, after: null })),
  fc.tuple(customer, record).map(
    ([id, n]): Edit => ({
      table: 'interaction',
      id: `${id}-i${n}`,
      customerId: putCustomer({ id }).after!.id as never,
      after: null,
    }),
  ),
  text.map((name): Edit => ({ table: 'tag', id: 't0', after: { id: 't0', name: `签${name}` } })),
);

type Step = { do: 'commit'; edits: Edit[] } | { do: 'undo' } | { do: 'redo' };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits): Step => ({ do: 'commit', edits })),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'undo' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'redo' }) },
);
const script = fc.array(step, { maxLength: 14 });

/** Whether it was done; an expected refusal is no failure of the property. */
async function take(archive: Archive, one: Step): Promise<boolean> {
  try {
    if (one.do === 'commit') return (await commit(archive, 'customer/edit', one.edits)) !== null;
    await (one.do === 'undo' ? archive.undo() : archive.redo());
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'AppFailure') return false;
    throw error;
  }
}

describe('any history of an archive', () => {
  it('is rebuilt from the journal to the same state', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        const machine = new Machine();
        const { archive } = await machine.openArchive();
        for (const one of steps) await take(archive, one);
        const before = await stateOf(archive);
        expect(before.counts).toEqual(machine.main.counts);
        archive.close();
        expect(await stateOf((await machine.openArchive()).archive)).toEqual(before);
        machine.indexedDB = new IDBFactory();
        expect(await stateOf((await machine.openArchive()).archive)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('is taken back to nothing and put back to the same content', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        const machine = new Machine();
        const { archive } = await machine.openArchive();
        const contents = [await contentOf(archive)];
        for (const one of steps) {
          if (one.do === 'commit' && (await take(archive, one))) contents.push(await contentOf(archive));
        }
        for (const expected of contents.toReversed().slice(1)) {
          await archive.undo();
          expect(await contentOf(archive)).toEqual(expected);
        }
        for (const expected of contents.slice(1)) {
          await archive.redo();
          expect(await contentOf(archive)).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('agrees with a plain map of records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 10 }), async (commits) => {
        const { archive } = await new Machine().openArchive();
        const model = new Map<string, { after: unknown; deleted: boolean }>();
        for (const edits of commits) {
          if (!(await take(archive, { do: 'commit', edits }))) continue;
          for (const { table, id, after } of edits) {
            const key = `${table}/${id}`;
            model.set(key, { after: after ?? model.get(key)?.after, deleted: after === null });
          }
        }
        const found = new Map<string, { after: unknown; deleted: boolean }>();
        const keep = (table: string, stored: { id: string; deletedAt?: string | undefined }) => {
          const { version: _v, createdAt: _c, updatedAt: _u, deletedAt, ...after } = stored as Record<string, unknown>;
          found.set(`${table}/${stored.id}`, { after, deleted: deletedAt !== undefined });
        };
        for (const { table, record: stored } of archive.catalogue.all()) keep(table, stored);
        for await (const files of archive.cabinet.scan()) {
          for (const file of files) for (const { table, record: stored } of file.records()) keep(table, stored);
        }
        expect(found).toEqual(model);
      }),
      { numRuns: 60 },
    );
  });
});
