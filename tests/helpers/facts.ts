import * as fc from 'fast-check';
import { toEpochDay } from '#shared/calendar/day.ts';
import type { CustomerFacts } from '#shared/classify/facts.ts';
import { sources } from '#shared/domain/customer/customer.ts';

export const today = '2026-11-21';
export const asOf = toEpochDay(today);

/** A customer who bought on the given days (`YYYY-MM-DD` or days before today), 100 yuan each unless told otherwise. */
export function someFacts(
  purchases: (string | number)[],
  more: Partial<CustomerFacts> & { eachFen?: number } = {},
): CustomerFacts {
  const { eachFen = 10_000, ...facts } = more;
  const days = purchases.map((day) => (typeof day === 'string' ? toEpochDay(day) : asOf - day)).sort((a, b) => a - b);
  return {
    purchaseDays: days,
    purchaseFen: days.map(() => eachFen),
    correctionDays: [],
    correctionFen: [],
    earlierPurchases: null,
    lastInboundDay: null,
    lastContactDay: null,
    knownSinceDay: days[0] ?? asOf,
    kind: 'person',
    source: 'unknown',
    region: 'unknown',
    futureDay: null,
    lostDay: null,
    ...facts,
  };
}

const daysAgo = fc.oneof(
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 800 }),
  fc.integer({ min: 300, max: 420 }),
);
const amounts = fc.oneof(fc.integer({ min: 0, max: 500_000 }), fc.constantFrom(0, 1, 10_000));

/** Any customer that records can describe, with many ties and days near the edges of the rules. */
export const anyFacts: fc.Arbitrary<CustomerFacts> = fc
  .record({
    purchases: fc.uniqueArray(fc.tuple(daysAgo, amounts), { maxLength: 14, selector: ([day]) => day }),
    corrections: fc.uniqueArray(fc.tuple(daysAgo, fc.integer({ min: -100_000, max: 5000 })), {
      maxLength: 2,
      selector: ([day]) => day,
    }),
    inbound: fc.option(daysAgo),
    earlier: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 2 }),
    known: fc.integer({ min: 0, max: 900 }),
    told: fc.option(daysAgo, { freq: 3 }),
    kind: fc.constantFrom('person' as const, 'company' as const, 'partner' as const),
    source: fc.constantFrom(...sources, 'unknown' as const),
    region: fc.constantFrom('33', '3301', 'abroad', 'unknown'),
  })
  .map(({ purchases, corrections, inbound, earlier, known, told, kind, source, region }) => {
    const byDay = (list: [number, number][]) =>
      list.map(([ago, fen]) => [asOf - ago, fen] as const).sort((a, b) => a[0] - b[0]);
    const [bought, corrected] = [byDay(purchases), byDay(corrections)];
    return {
      purchaseDays: Int32Array.from(bought, ([day]) => day),
      purchaseFen: Float64Array.from(bought, ([, fen]) => fen),
      correctionDays: corrected.map(([day]) => day),
      correctionFen: corrected.map(([, fen]) => fen),
      earlierPurchases: bought.length === 0 ? null : earlier,
      lastInboundDay: inbound === null ? null : asOf - inbound,
      lastContactDay: inbound === null ? null : asOf - inbound,
      knownSinceDay: Math.min(asOf - known, bought[0]?.[0] ?? asOf),
      kind,
      source,
      region,
      futureDay: null,
      lostDay: told === null ? null : asOf - told,
    };
  });
