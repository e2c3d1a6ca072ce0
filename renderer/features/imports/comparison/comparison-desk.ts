import {
  Comparison,
  countFacts,
  newcomer,
  type Compared,
  type ComparisonWorld,
  type CustomerReads,
  type Pile,
} from '#shared/comparison/comparison.ts';
import { differenceDigest, differenceKey, type Difference, type Side } from '#shared/comparison/difference.ts';
import type { Decision } from '#shared/comparison/kept-decisions.ts';
import { planDecisions, type DecidedPlan } from '#shared/comparison/write-decisions.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { isReference } from '#shared/facts/typed.ts';
import { describeCustomer } from '#shared/imports/describe-row.ts';
import type { Layout } from '#shared/imports/find-header.ts';
import type { FileFacts } from '#shared/imports/plan/plan.ts';
import type { ComparedLine, ComparisonSummary, ShownChoice, ShownLines } from '../protocol.ts';

/** Which customer a line is about, and which of their differences; -1 for the customer. */
interface Place {
  at: number;
  nth: number;
}

/** A comparison as the screen looks at it: line by line, with what was decided. */
export class ComparisonDesk {
  readonly #comparison: Comparison;
  readonly #layout: Layout;
  readonly #facts: FileFacts;
  #revision = 1;
  #all: readonly Compared[] = [];
  #byLine: ReadonlyMap<number, Compared> = new Map();
  /** The lines that were shown last; decisions do not move them. */
  #shown: { key: string; places: readonly Place[] } | undefined;

  private constructor(comparison: Comparison, layout: Layout, facts: FileFacts) {
    this.#comparison = comparison;
    this.#layout = layout;
    this.#facts = facts;
    this.#look();
  }

  static async start(
    reads: CustomerReads,
    layout: Layout,
    facts: FileFacts,
    world: ComparisonWorld,
    decisions: readonly Decision[] = [],
  ): Promise<ComparisonDesk> {
    const desk = new ComparisonDesk(await Comparison.start(reads, world), layout, facts);
    for (const decision of decisions) desk.#decide(decision);
    return desk;
  }

  summary(): ComparisonSummary {
    const counts: Record<Pile, number> = { same: 0, changed: 0, new: 0, 'left-out': 0, failed: 0 };
    const decided = { taken: 0, kept: 0, added: 0, leftOut: 0 };
    let rows = 0;
    for (const { pile, entity, choices } of this.#all) {
      counts[pile] += 1;
      if (pile !== 'failed') rows += entity.rows.length;
      for (const [key, choice] of choices) {
        if (key === newcomer) decided[choice === 'theirs' ? 'added' : 'leftOut'] += 1;
        else decided[choice === 'theirs' ? 'taken' : 'kept'] += 1;
      }
    }
    return {
      counts,
      unreadableRows: this.#comparison.reads.rows.length - rows,
      facts: countFacts(this.#all),
      decided,
      revision: this.#revision,
    };
  }

  async again(customerIds: readonly CustomerId[] | 'many'): Promise<ComparisonSummary> {
    await this.#comparison.refresh(customerIds === 'many' ? 'many' : new Set(customerIds));
    this.#look();
    this.#shown = undefined;
    this.#revision += 1;
    return this.summary();
  }

  decide(decision: Decision): ComparisonSummary {
    this.#decide(decision);
    return this.summary();
  }

  plan(): Promise<DecidedPlan> {
    return planDecisions(this.#comparison, this.#layout, this.#facts);
  }

  matchedIds(): CustomerId[] {
    return this.#comparison.matchedIds();
  }

  async lines(shown: ShownLines, from: number, to: number): Promise<{ total: number; lines: ComparedLine[] }> {
    const key = JSON.stringify(shown);
    if (this.#shown?.key !== key) this.#shown = { key, places: this.#placesOf(shown) };
    const { places } = this.#shown;
    const lines = places.slice(from, to).flatMap((place) => this.#lineAt(place, shown) ?? []);
    return { total: places.length, lines: await this.#withNames(lines) };
  }

  #look(): void {
    this.#all = this.#comparison.all;
    this.#byLine = new Map(this.#all.map((each) => [each.line, each]));
  }

  #decide({ line, difference, choice, ...shown }: Decision): void {
    const isOpen = (each: Compared) => isIn(each, shown) && each.pile !== 'left-out';
    const one = line === null ? undefined : this.#byLine.get(line);
    const chosen = line === null ? this.#all.filter(isOpen) : one && isIn(one, shown) ? [one] : [];
    this.#comparison.decide(chosen, choice, (each) =>
      difference === null ? isMeant(each, shown) : differenceDigest(each) === difference,
    );
  }

  #placesOf(shown: ShownLines): Place[] {
    const places: Place[] = [];
    for (const [at, each] of this.#all.entries()) {
      if (!isIn(each, shown)) continue;
      places.push({ at, nth: -1 });
      if (shown.pile !== 'changed') continue;
      for (const [nth, difference] of each.differences.entries())
        if (isMeant(difference, shown)) places.push({ at, nth });
    }
    // Whoever was left out before comes last.
    const isDone = ({ at }: Place) => Number(this.#all[at]?.pile === 'left-out');
    return shown.pile === 'new' ? places.toSorted((a, b) => isDone(a) - isDone(b)) : places;
  }

  #lineAt({ at, nth }: Place, shown: ShownLines): ComparedLine | undefined {
    const compared = this.#all[at];
    if (!compared) return undefined;
    const { name, line, customerId, choices, differences, pile, entity, problems } = compared;
    if (nth >= 0) {
      const each = differences[nth];
      if (!each) return undefined;
      const { fact, label, ours, theirs } = each;
      const choice = choices.get(differenceKey(each)) ?? null;
      const difference = differenceDigest(each);
      const said = { fact, label, ours, theirs, names: namesIn(each) };
      return { is: 'difference', line, customerId, difference, choice, ...said };
    }
    if (shown.pile === 'new') {
      const said = Array.from(entity.custom, ([label, value]) => ({ label, value }));
      const row = { ...entity, tagNames: [...entity.tagNames], custom: said };
      const facts = describeCustomer(row, this.#comparison.world.options).filter(({ field }) => field !== 'name');
      const choice = choices.get(newcomer) ?? null;
      const [resembles = null] = problems.filter(({ code }) => code.startsWith('match/'));
      return { is: 'new', line, name, facts, resembles, isLeftOut: pile === 'left-out', choice };
    }
    if (customerId === undefined) return undefined;
    if (shown.pile === 'same') return { is: 'same', line, name, customerId };
    return { is: 'customer', line, name, customerId, choice: choiceOf(compared, shown) };
  }

  /** Adds what customers are called whom a fact of the archive means by their ids. */
  async #withNames(lines: readonly ComparedLine[]): Promise<ComparedLine[]> {
    const { lookup } = this.#comparison.world;
    const meant = lines.flatMap((line) => (line.is === 'difference' ? meantIn(line.ours) : []));
    if (meant.length === 0) return [...lines];
    const own = (await lookup.customFields()).filter(isReference).map(({ id }) => id);
    const ids = meant.flatMap(({ fieldId, id }) =>
      fieldId === null || own.includes(fieldId) ? [id as CustomerId] : [],
    );
    const known = new Map(
      (await lookup.dossiers([...new Set(ids)])).map((each) => [each.customerId, each.customer.name]),
    );
    return lines.map((line) =>
      line.is === 'difference' ? { ...line, names: { ...Object.fromEntries(known), ...line.names } } : line,
    );
  }
}

type Shown = Pick<Decision, 'pile' | 'fact'>;

function isIn({ pile, differences }: Compared, shown: Shown): boolean {
  if (shown.pile === 'new') return pile === 'new' || pile === 'left-out';
  return pile === shown.pile && (pile === 'same' || differences.some((each) => isMeant(each, shown)));
}

function isMeant(difference: Difference, { fact }: Pick<Shown, 'fact'>): boolean {
  return fact === null || difference.fact === fact;
}

function choiceOf({ differences, choices }: Compared, shown: ShownLines): ShownChoice {
  const meant = differences
    .filter((each) => isMeant(each, shown))
    .map((each) => choices.get(differenceKey(each)) ?? null);
  const [first = null] = meant;
  return meant.every((each) => each === first) ? first : 'mixed';
}

/** What is new to the archive has no name there yet. */
function namesIn({ fact, label, theirs, dismissedAs: { said } }: Difference): Record<string, string> {
  const names: Record<string, string> = {};
  if (!('part' in theirs)) return names;
  const { tagIds = [], referrerId, customFields = {} } = theirs.part;
  tagIds.forEach((id, at) => (names[id] = said[at] ?? ''));
  if (referrerId !== undefined) names[referrerId] = said[0] ?? '';
  for (const [id, value] of Object.entries(customFields)) {
    if (label !== undefined) names[id] = label;
    if (typeof value === 'string' && fact.startsWith('custom:')) names[value] = said[0] ?? '';
  }
  return names;
}

/** Ids that may be customers' in what is here of a fact; `fieldId` is `null` for the introducer. */
function meantIn(side: Side): { fieldId: string | null; id: string }[] {
  if (!('part' in side)) return [];
  const { referrerId, customFields = {} } = side.part;
  return [
    ...(referrerId === undefined ? [] : [{ fieldId: null, id: referrerId }]),
    ...Object.entries(customFields).flatMap(([fieldId, id]) => (typeof id === 'string' ? [{ fieldId, id }] : [])),
  ];
}
