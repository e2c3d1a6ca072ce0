import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDayOfInstant } from '#shared/calendar/day.ts';
import { defaultClassParameters, dimensions } from '#shared/domain/class-scheme/class-scheme.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { CustomerIndex } from '../../../renderer/engine/index/customer-index.ts';
import { figuresOf, type Figures } from '../../../renderer/engine/index/columns/figures.ts';
import { classColumn } from '../../../renderer/engine/index/columns/column-layout.ts';
import { aCustomer, anId } from '../../helpers/builders.ts';
import { asOf, someFacts } from '../../helpers/facts.ts';

const at = '2026-01-01T00:00:00.000Z';
/** The words are those of one and the same: facts are what counts here. */
const customer: Customer = { ...aCustomer({ id: 'c0' }), version: 1, createdAt: at, updatedAt: at };
const lists = {
  contact: [],
  interaction: [],
  followUp: [],
  order: [],
  classChange: [],
  relation: [],
  attachment: [],
  history: [],
};
const anybody = figuresOf({ customerId: customer.id, customer, ...lists }, asOf, civilDayOfInstant);

function figures(
  number: number,
  purchases: readonly (readonly [ago: number, fen: number])[],
  isInBin = false,
): Figures {
  const byDay = purchases.toSorted((a, b) => b[0] - a[0]);
  return {
    ...anybody,
    customer: { ...customer, id: anId(`c${number}`), ...(isInBin ? { deletedAt: at } : {}) },
    facts: {
      ...someFacts(byDay.map(([ago]) => ago)),
      purchaseFen: byDay.map(([, fen]) => fen),
      knownSinceDay: asOf - 900,
    },
  };
}

/** Takes the figures over as the engine does with a dossier that was written. */
function write(index: CustomerIndex, each: Figures): void {
  const known = index.columns.indexOf(each.customer.id);
  if (known >= 0) index.classifier.leave(known);
  index.classifier.classify(index.columns.put(each));
}

function classesIn({ columns, classifier }: CustomerIndex) {
  const { highLineFen, mediumLineFen, medianGapDays } = classifier.cutPoints;
  return {
    lines: { highLineFen, mediumLineFen, medianGapDays },
    classes: dimensions.map((dimension) => columns.numbers[classColumn(dimension)].slice(0, columns.count).join()),
  };
}

/** Amounts as shops have them: few large, many small, many equal. */
function crowd(count: number): Figures[] {
  let state = 7;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  return Array.from({ length: count }, (_, number) => {
    const purchases = Array.from({ length: next(5) }, (_, n) => {
      const fen = next(10) === 0 ? 100_000 * next(50) : 100 * next(200);
      return [n * 70 + next(70), fen] as const;
    });
    return figures(number, purchases);
  });
}

const change = fc.record({
  who: fc.nat(),
  what: fc.constantFrom('buys' as const, 'buys' as const, 'buys' as const, 'goes' as const, 'binned' as const),
  purchases: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: -5_000, max: 90_000_000 })), {
    maxLength: 4,
    selector: ([ago]) => ago,
  }),
});

/** Around both sizes at which an engine might be tempted to put the lines off. */
describe.each([
  [600, 40],
  [21_000, 4],
])('the classes in an archive of %i customers', (count, numRuns) => {
  const everybody = crowd(count);

  it('are after every change those that classifying everybody anew gives', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), (commits) => {
        const index = new CustomerIndex(asOf, civilDayOfInstant);
        for (const each of everybody) write(index, each);
        index.classifier.settle();
        for (const changes of commits) {
          for (const { who, what, purchases } of changes) {
            const number = who % (count + 5);
            if (what === 'goes') index.remove(`c${number}`);
            else write(index, figures(number, purchases, what === 'binned'));
          }
          index.classifier.settle();
          const incremental = classesIn(index);
          index.classifier.classifyAll(asOf, defaultClassParameters, 'rules');
          expect(incremental).toEqual(classesIn(index));
        }
      }),
      { numRuns },
    );
  });
});

describe('the moves between classes', () => {
  it('begin with the class in which the whole of an import puts a customer', () => {
    const index = new CustomerIndex(asOf, civilDayOfInstant);
    // Alone, the first would be of high value; the lines stand when all are in.
    write(index, figures(1, [[10, 100]]));
    write(index, figures(2, [[10, 900_000]]));
    index.classifier.settle();
    expect(index.columns.classOf(0, 'value')).toBe('low');
    expect(index.classifier.hasMoves).toBe(false);
  });

  it('tell of those whom somebody else’s purchase passed over', () => {
    const index = new CustomerIndex(asOf, civilDayOfInstant);
    write(index, figures(1, [[10, 1_000]]));
    index.classifier.settle();
    expect(index.columns.classOf(0, 'value')).toBe('high');
    write(index, figures(2, [[5, 900_000]]));
    expect(index.classifier.settle()).toEqual([0]);
    expect(index.classifier.moves(9)).toMatchObject([{ index: 0, dimension: 'value', from: 'high', to: 'low' }]);
  });
});
