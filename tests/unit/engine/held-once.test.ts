import { describe, expect, it } from 'vitest';
import type { Change, ChangeSet } from '#shared/changes/change-set.ts';
import type { AnyRecord } from '#shared/domain/tables.ts';
import { DossierFile } from '../../../renderer/engine/archive/rows/dossier-file.ts';
import { decodeChangeSet, encodeChangeSet } from '../../../renderer/engine/archive/journal/journal-codec.ts';
import { invertChangeSet } from '../../../renderer/engine/archive/undo/undo.ts';
import { aCustomer, anId } from '../../helpers/builders.ts';

const at = '2026-03-01T08:00:00.000Z';
const stored = (version: number, industry: string): AnyRecord => ({
  ...aCustomer({ id: 'c1', industry, phones: [{ raw: '13800138000', kind: 'mobile' }] }),
  version,
  createdAt: at,
  updatedAt: at,
});
const change: Change = {
  table: 'customer',
  id: 'c1',
  customerId: anId('c1'),
  before: stored(1, '建材'),
  after: stored(2, '餐饮'),
};
const set: ChangeSet = { id: 's1', at, reason: 'customer/bulk-edit', changes: [change] };

async function readAgain(): Promise<ChangeSet> {
  const frames: Uint8Array[] = [];
  for await (const { payload } of encodeChangeSet(set)) frames.push(payload);
  return decodeChangeSet(frames, 1);
}

describe('a change that was read from the journal', () => {
  it('holds once what is the same before and after', async () => {
    const { changes } = await readAgain();
    expect(changes).toEqual([change]);
    const [first] = changes;
    const { before, after } = first as unknown as Record<'before' | 'after', Record<string, unknown>>;
    expect(after['phones']).toBe(before['phones']);
    expect([before['industry'], after['industry']]).toEqual(['建材', '餐饮']);
  });

  it.each([
    ['holds what it puts back once', stored(2, '餐饮'), true],
    ['takes the record as it is where that was changed since', { ...stored(3, '餐饮'), note: '新' }, false],
  ])('%s', async (_, current, isSame) => {
    const read = await readAgain();
    const file = new DossierFile('c1');
    file.add('customer', structuredClone(current) as never, 500);
    const context = {
      load: async () => new Map([['c1', file]]),
      catalogue: { find: () => null } as never,
      at,
      isTagInUse: () => false,
      survivorOf: (id: string) => id,
      namersOf: () => [],
      onInverted: () => undefined,
    };
    const { changes } = await invertChangeSet(read, context, 'keep');
    expect(changes).toMatchObject([{ before: current, after: { industry: '建材', version: current.version + 1 } }]);
    expect(changes[0]?.before === read.changes[0]?.after).toBe(isSame);
  });
});
