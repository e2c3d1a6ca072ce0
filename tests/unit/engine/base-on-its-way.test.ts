import { describe, expect, it } from 'vitest';
import { contentVersion } from '#shared/archive/content.ts';
import type { StoreBatch } from '../../../renderer/db/archive-store.ts';
import { ArchiveWriter } from '../../../renderer/engine/archive/archive-writer.ts';
import { Cabinet } from '../../../renderer/engine/archive/rows/cabinet.ts';
import { Catalogue } from '../../../renderer/engine/archive/rows/catalogue.ts';
import { DossierFile } from '../../../renderer/engine/archive/rows/dossier-file.ts';
import { noTotals } from '../../../renderer/engine/archive/rows/row-totals.ts';
import { createVault } from '../../../renderer/engine/archive/rows/vault.ts';
import { aCustomer } from '../../helpers/builders.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';

const at = '2026-11-21T01:00:00.000Z';

/** A writer over a database that answers each write when it is told to. */
function aWriter() {
  const store = createMemoryStore();
  const begun: { customerIds: string[]; answer: PromiseWithResolvers<void> }[] = [];
  const indexed: string[] = [];
  const vault = createVault('a1', new Uint8Array(32).fill(7));
  const held = {
    ...store,
    write: async (batch: StoreBatch) => {
      const answer = Promise.withResolvers<void>();
      begun.push({ customerIds: (batch.putDossiers ?? []).map(({ customerId }) => customerId), answer });
      await answer.promise;
      return store.write(batch);
    },
  };
  const writer = new ArchiveWriter(
    {
      store: held,
      vault,
      cabinet: new Cabinet(held, vault, async () => new Map()),
      catalogue: new Catalogue(),
      onStoring: async (files) => {
        for (const { customerId } of files) indexed.push(customerId);
      },
    },
    { archiveId: 'a1', generation: 1, seq: 0, counts: {}, totals: noTotals, contentVersion, state: 'rebuilding' },
  );
  const put = (id: string) => {
    const file = new DossierFile(id);
    file.add('customer', { ...aCustomer({ id, name: id }), version: 1, createdAt: at, updatedAt: at }, 100);
    return writer.putBase([file], 1);
  };
  return { writer, store, begun, indexed, put };
}

describe('dossiers of the base snapshot', () => {
  it('are sealed and indexed while those before them are written, one write after the other', async () => {
    const { writer, store, begun, indexed, put } = aWriter();
    await put('one');
    expect(indexed).toEqual(['one']);
    const second = put('two');
    const third = second.then(() => put('three'));
    expect(begun.map(({ customerIds }) => customerIds)).toEqual([['one']]);
    begun[0]?.answer.resolve();
    await second;
    expect(begun.map(({ customerIds }) => customerIds)).toEqual([['one'], ['two']]);
    begun[1]?.answer.resolve();
    await third;
    let isFinished = false;
    const finished = writer.finishBase(1, { customer: 3 }).then(() => {
      isFinished = true;
    });
    begun[2]?.answer.resolve();
    await expect.poll(() => begun.length).toBe(4);
    expect(isFinished).toBe(false);
    begun[3]?.answer.resolve();
    await finished;
    expect(await store.countRows()).toMatchObject({ dossiers: 3 });
    expect(writer.totals.dossiers.rows).toBe(3);
  });

  it('that the database refuses let nothing follow them', async () => {
    const { writer, begun, put } = aWriter();
    await put('one');
    const refused = expect(put('two')).rejects.toThrow('full');
    begun[0]?.answer.reject(new Error('full'));
    await refused;
    await writer.settled();
    await expect(writer.finishBase(1, { customer: 2 })).rejects.toThrow('full');
    expect(begun).toHaveLength(1);
  });
});
