import { toEpochDay } from '#shared/calendar/day.ts';
import { dimensions } from '#shared/domain/class-scheme/class-scheme.ts';
import { dueFlagsOf, minuteOf, none, type ListColumn } from './column-layout.ts';
import type { Figures } from './figures.ts';
import type { Interner } from './interner.ts';
import { listsOfOccasions } from './occasions.ts';
import type { Ragged } from './ragged.ts';

interface ListsOfColumns {
  readonly lists: Readonly<Record<ListColumn, Ragged>>;
  readonly goods: Interner;
  readonly classes: Interner;
  readonly labels: Interner;
}

/** Puts what a customer has any number of: days, dues, goods, moves between classes. */
export function putLists({ lists, goods, classes, labels }: ListsOfColumns, index: number, figures: Figures): void {
  const { facts, done, open, moves } = figures;
  lists.purchases.set(index, [facts.purchaseDays, facts.purchaseFen]);
  lists.corrections.set(index, [facts.correctionDays, facts.correctionFen]);
  lists.contacts.set(index, [figures.contactDays]);
  lists.done.set(index, [done.map((each) => each.dueDay), done.map((each) => each.doneDay)]);
  lists.dues.set(index, [open.map((each) => minuteOf(each.due)), open.map(dueFlagsOf)]);
  lists.occasions.set(index, listsOfOccasions(figures.occasions, labels));
  lists.goods.set(index, [
    Array.from(figures.goods.keys(), (name) => goods.numberOf(name)),
    Array.from(figures.goods.values(), ({ day }) => day),
    Array.from(figures.goods.values(), ({ priceFen }) => priceFen ?? none),
  ]);
  lists.moves.set(index, [
    moves.map((each) => dimensions.indexOf(each.dimension)),
    moves.map((each) => classes.numberOf(each.from ?? '')),
    moves.map((each) => classes.numberOf(each.to)),
    moves.map((each) => toEpochDay(each.asOf)),
  ]);
}
