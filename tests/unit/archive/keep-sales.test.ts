import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestsOf } from '#shared/comparison/left-out.ts';
import type { ContentEntry } from '#shared/archive/content.ts';
import { tombstoneOf, type ErasedList } from '#shared/archive/erased.ts';
import { packContent } from '#shared/archive/pack-content.ts';
import { countWithoutErased, rewriteContent } from '#shared/archive/rewrite-content.ts';
import { unpackContent } from '#shared/archive/unpack-content.ts';
import { orderTypes, type Order, type OrderType } from '#shared/domain/order/order.ts';
import { aCatalogue, aDossier, anOrigin, collect } from '../../helpers/content.ts';

const key = 'a'.repeat(64);
const erasedOf = (numbers: readonly number[]): ErasedList => ({
  rings: [{ key, tombstones: numbers.map((number) => tombstoneOf(key, `customer-${number}`)) }],
});

interface SomeOrder {
  type: OrderType;
  totalFen: number;
  isDeleted: boolean;
}

const orderArbitrary: fc.Arbitrary<SomeOrder> = fc.record({
  type: fc.constantFrom(...orderTypes),
  totalFen: fc.integer({ min: 0, max: 10_000_000 }),
  isDeleted: fc.boolean(),
});

/** A dossier whose one order is as given. */
function dossierWith(number: number, { type, totalFen, isDeleted }: SomeOrder): ContentEntry[] {
  return aDossier(number).map((entry): ContentEntry => {
    if (entry.table !== 'order') return entry;
    const deletedAt = isDeleted ? { deletedAt: anOrigin.createdAt } : {};
    return { table: 'order', record: { ...entry.record, type, totalFen, ...deletedAt } };
  });
}

const figuresOf = (entries: readonly ContentEntry[], table: 'order' | 'keptSale') =>
  entries.flatMap((entry) => (entry.table === table ? [[entry.record.no, entry.record.totalFen]] : [])).sort(byText);

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe('rewriting older content without the erased', () => {
  it('keeps the figures of exactly their sales, once, and no word of theirs, however often it is done', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(orderArbitrary, fc.boolean()), { minLength: 1, maxLength: 6 }),
        async (people) => {
          const groups = people.map(([order], number) => dossierWith(number, order));
          const gone = people.flatMap(([, isErased], number) => (isErased ? [number] : []));
          const erased = erasedOf(gone);
          let ids = 0;
          const rewrite = (source: AsyncIterable<Uint8Array>) =>
            rewriteContent(source, anOrigin, erased, () => `sale-${(ids += 1)}`);
          const packed = await collect(packContent([aCatalogue(), ...groups], anOrigin));
          const once = await collect(rewrite(pieces(packed)));
          const entries = (await collect(unpackContent(pieces(once)))).flat();
          const alreadyKept = figuresOf(aCatalogue(), 'keptSale');
          const accountable = groups
            .filter((_, number) => gone.includes(number))
            .flat()
            .filter((entry) => entry.table === 'order' && isAccountable(entry.record));
          expect(figuresOf(entries, 'keptSale')).toEqual(
            [...alreadyKept, ...figuresOf(accountable, 'order')].sort(byText),
          );
          for (const number of gone) expect(JSON.stringify(entries)).not.toContain(`"customer-${number}"`);
          const { counts } = await countWithoutErased(pieces(packed), erased);
          expect(counts['keptSale'] ?? 0).toBe(figuresOf(entries, 'keptSale').length);
          const twice = (await collect(unpackContent(rewrite(pieces(once))))).flat();
          expect(figuresOf(twice, 'keptSale')).toEqual(figuresOf(entries, 'keptSale'));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('knows none of them any more as somebody whom a list was told to leave out', async () => {
    const digests = [1, 2].map((number) => {
      const [customer] = aDossier(number).flatMap((entry) => (entry.table === 'customer' ? [entry.record] : []));
      const people = aDossier(number).flatMap((entry) => (entry.table === 'contact' ? [entry.record] : []));
      return customer ? digestsOf(customer, people) : [];
    });
    const [gone = [], stays = []] = digests;
    const catalogue = aCatalogue().map((entry): ContentEntry => {
      if (entry.table !== 'importBatch') return entry;
      return { table: 'importBatch', record: { ...entry.record, leftOut: [...gone, ...stays] } };
    });
    const packed = packContent([catalogue, aDossier(1), aDossier(2)], anOrigin);
    const rewritten = rewriteContent(packed, anOrigin, erasedOf([1]), () => 'sale');
    const entries = (await collect(unpackContent(rewritten))).flat();
    const receipts = entries.flatMap((entry) => (entry.table === 'importBatch' ? [entry.record.leftOut] : []));
    expect(gone.length).toBeGreaterThan(1);
    expect(receipts).toEqual([stays.filter((digest) => !gone.includes(digest))]);
  });
});

function isAccountable({ type, deletedAt }: Order): boolean {
  return deletedAt === undefined && type !== 'gift' && type !== 'void';
}

async function* pieces(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
