import type { CustomerId } from '../domain/customer/customer.ts';
import type { Entity } from '../imports/plan/customer-entities.ts';
import type { ArchiveLookup, PlanOptions } from '../imports/plan/plan.ts';
import { writeCustomers } from '../imports/plan/write-customers.ts';
import type { TableReads } from '../imports/read-table.ts';
import type { Problem } from '../imports/problems.ts';
import { differenceKey, type ComparedFact, type Difference } from './difference.ts';
import { differencesOf } from './judge.ts';
import { digestsOf } from './left-out.ts';

/** Who is right: the archive, or the list. Of somebody new: they are left out, or taken in. */
export type Choice = 'ours' | 'theirs';

/** Where somebody of a list stands: `left-out` was found to be nobody's customer before, `failed` cannot be read. */
export type Pile = 'same' | 'changed' | 'new' | 'left-out' | 'failed';

/** Under this key somebody new is decided. */
export const newcomer = 'new';

/** One customer of a list beside who they are in the archive. */
export interface Compared {
  entity: Entity;
  /** The row that tells of them first. */
  line: number;
  pile: Pile;
  /** As the archive calls them, where it knows them. */
  name: string;
  /** Who they are, or became when they were taken in. */
  customerId: CustomerId | undefined;
  differences: readonly Difference[];
  /** Whom somebody new resembles without being them. */
  problems: readonly Problem[];
  choices: Map<string, Choice>;
}

export interface ComparisonWorld {
  lookup: ArchiveLookup;
  options: Omit<PlanOptions, 'policy' | 'createUnknown' | 'batchId'>;
}

export type CustomerReads = Extract<TableReads, { kind: 'customers' }>;

/** How a list is compared: as importing it over what is here would write it, fact by fact. */
export function comparingOptions(options: ComparisonWorld['options'], batchId: string): PlanOptions {
  return { ...options, batchId, policy: 'overwrite', createUnknown: true };
}

/** A list beside the archive: who of it is here, what it says otherwise, who is new; and what was decided about it. Writes nothing. */
export class Comparison {
  readonly reads: CustomerReads;
  readonly world: ComparisonWorld;
  readonly #all = new Map<Entity, Compared>();
  #leftOut: ReadonlySet<string> = new Set();

  private constructor(reads: CustomerReads, world: ComparisonWorld) {
    this.reads = reads;
    this.world = world;
  }

  static async start(reads: CustomerReads, world: ComparisonWorld): Promise<Comparison> {
    const comparison = new Comparison(reads, world);
    await comparison.#judge(reads.gathered.entities);
    return comparison;
  }

  get all(): readonly Compared[] {
    return [...this.#all.values()];
  }

  /** Somebody new who was decided to be taken in is this customer from now on. */
  name(entity: Entity, customerId: CustomerId): void {
    const compared = this.#all.get(entity);
    if (compared) compared.customerId = customerId;
  }

  /** Who of the archive is in the list. */
  matchedIds(): CustomerId[] {
    const isHere = ({ pile }: Compared) => pile === 'same' || pile === 'changed';
    return [...new Set(this.all.flatMap((each) => (isHere(each) && each.customerId ? [each.customerId] : [])))];
  }

  /** Compares again whoever is one of these customers; what was decided stays as far as there is still something to decide. */
  async refresh(customerIds: ReadonlySet<CustomerId> | 'many'): Promise<void> {
    const isConcerned = ({ customerId }: Compared) =>
      customerIds === 'many' || (customerId !== undefined && customerIds.has(customerId));
    await this.#judge(this.all.filter(isConcerned).map(({ entity }) => entity));
  }

  /** Decides what `isMeant`, or takes a decision back. */
  decide(chosen: readonly Compared[], choice: Choice | null, isMeant: (difference: Difference) => boolean): void {
    for (const { pile, differences, choices } of chosen) {
      const keys = pile === 'changed' ? differences.filter(isMeant).map(differenceKey) : [newcomer];
      for (const key of keys) {
        if (choice === null) choices.delete(key);
        else choices.set(key, choice);
      }
    }
  }

  async #judge(entities: readonly Entity[]): Promise<void> {
    const { lookup, options } = this.world;
    const receipts = await lookup.receipts();
    this.#leftOut = new Set(receipts.flatMap(({ deletedAt, leftOut = [] }) => (deletedAt ? [] : leftOut)));
    const problems = new Map<Entity, Problem[]>();
    const { lines } = this.reads;
    const planned = comparingOptions(options, 'comparison');
    const { written, catalogues } = await writeCustomers(entities, lines, lookup, planned, (entity, problem) => {
      problems.set(entity, [...(problems.get(entity) ?? []), problem]);
    });
    const byEntity = new Map(written.map((result) => [result.entity, result]));
    for (const entity of entities) {
      const result = byEntity.get(entity);
      const before = this.#all.get(entity);
      const dossier = result?.dossier;
      const ours = dossier && { customer: dossier.customer, contacts: dossier.contact };
      const differences = result && ours ? differencesOf(result, ours, { lines, catalogues, options: planned }) : [];
      const keys = new Set([...(dossier ? [] : [newcomer]), ...differences.map(differenceKey)]);
      this.#all.set(entity, {
        entity,
        line: lines[entity.rows[0] ?? 0] ?? 0,
        pile: !result ? 'failed' : !dossier ? 'new' : differences.length > 0 ? 'changed' : 'same',
        name: dossier?.customer.name ?? entity.draft.name,
        customerId: dossier?.customerId ?? before?.customerId,
        differences,
        problems: problems.get(entity) ?? [],
        choices: new Map([...(before?.choices ?? [])].filter(([key]) => keys.has(key))),
      });
    }
    this.#putAside();
  }

  /** Whoever is new and was left out before is no work any more; whoever was brought back by undo is. */
  #putAside(): void {
    for (const each of this.#all.values()) {
      if (each.pile !== 'new' && each.pile !== 'left-out') continue;
      const isKnown = this.#leftOut.size > 0 && digestsOf(each.entity.draft, []).some((one) => this.#leftOut.has(one));
      if (isKnown && each.pile === 'new') each.choices.delete(newcomer);
      each.pile = isKnown ? 'left-out' : 'new';
    }
  }
}

/** How many differences there are of each fact, in the order in which they are met. */
export function countFacts(
  all: readonly Compared[],
): { fact: ComparedFact; label: string | undefined; count: number }[] {
  const counts = new Map<ComparedFact, { fact: ComparedFact; label: string | undefined; count: number }>();
  for (const { fact, label } of all.flatMap(({ differences }) => differences)) {
    const known = counts.get(fact);
    if (known) known.count += 1;
    else counts.set(fact, { fact, label, count: 1 });
  }
  return [...counts.values()];
}
