import { isEqualValue } from '../changes/record-content.ts';
import type { Customer, CustomerId } from '../domain/customer/customer.ts';
import { customIdOf, customKey } from '../filter/fields.ts';
import { titledName } from '../match/names.ts';
import {
  listFacts,
  singleFacts,
  type ListFact,
  type MergeFact,
  type OwnFact,
  type SingleFact,
} from './merge-fields.ts';

/** Whose value a fact has after the merge; `all` keeps those of everybody side by side. */
export type MergeChoice = CustomerId | 'all';
export type MergeChoices = Partial<Record<MergeFact, MergeChoice>>;

/** Why a value is proposed (domain.md §1.8: what is there > what was verified later > what says more). */
export type MergeWhy =
  | 'only'
  | 'whole-name'
  | 'verified'
  | 'longer'
  | 'earliest'
  | 'latest'
  | 'survivor'
  | 'all'
  | 'strict'
  | 'joined'
  | 'chosen';

export interface FactDecision {
  fact: MergeFact;
  /** What each customer says of it, in the order of the customers; `null` where that is nothing. */
  values: (Partial<Customer> | null)[];
  isDifferent: boolean;
  chosen: MergeChoice;
  why: MergeWhy;
}

export interface MergeQuestion {
  /** The survivor first. */
  customers: readonly Customer[];
  choices: MergeChoices;
  /** Whether this one may stand as introducer of them all: not one of them, and not introduced by one of them. */
  mayIntroduce: (customerId: CustomerId) => boolean;
}

/** What becomes of every fact that one of the customers has, in the order of the card. */
export function decideFacts(question: MergeQuestion): FactDecision[] {
  const { customers, choices } = question;
  const own = new Set(customers.flatMap(({ customFields }) => Object.keys(customFields)));
  const facts: MergeFact[] = [
    ...(Object.keys(singleFacts) as SingleFact[]),
    ...(Object.keys(listFacts) as ListFact[]),
    ...Array.from(own, (id): OwnFact => customKey(id)),
    'note',
  ];
  return facts.flatMap((fact): FactDecision[] => {
    const values = customers.map((customer) => valueOf(customer, fact, question.mayIntroduce));
    if (values.every((value) => value === null)) return [];
    const proposed = propose(fact, values, customers);
    const choice = choices[fact];
    const isChosen = choice !== undefined && canChoose(fact, choice, customers) && choice !== proposed.chosen;
    const decision = isChosen ? { chosen: choice, why: 'chosen' as const } : proposed;
    return [{ fact, values, isDifferent: values.some((value) => !isEqualValue(value, values[0])), ...decision }];
  });
}

/** Whether values of a fact can stand side by side. */
export function isManifold(fact: MergeFact, values: readonly (Partial<Customer> | null)[]): boolean {
  if (fact === 'note' || fact in listFacts) return true;
  const id = customIdOf(fact);
  return id !== null && values.every((value) => value === null || Array.isArray(value.customFields?.[id]));
}

function canChoose(fact: MergeFact, choice: MergeChoice, customers: readonly Customer[]): boolean {
  if (choice !== 'all') return customers.some(({ id }) => id === choice);
  const values = customers.map((customer) => valueOf(customer, fact, () => true));
  return isManifold(fact, values);
}

/** The part of a customer that a fact is; `null` where it is empty. */
function valueOf(
  customer: Customer,
  fact: MergeFact,
  mayIntroduce: MergeQuestion['mayIntroduce'],
): Partial<Customer> | null {
  const id = customIdOf(fact);
  if (id !== null) {
    const value = customer.customFields[id];
    return value === undefined || value === '' ? null : { customFields: { [id]: value } };
  }
  if (fact === 'referrerId' && customer.referrerId !== undefined && !mayIntroduce(customer.referrerId)) return null;
  const fields: readonly (keyof Customer)[] = fact in singleFacts ? singleFacts[fact as SingleFact] : [fact as 'note'];
  const part = Object.fromEntries(
    fields.flatMap((field) => (isEmpty(customer[field]) ? [] : [[field, customer[field]]])),
  ) as Partial<Customer>;
  return Object.keys(part).length === 0 ? null : part;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function propose(
  fact: MergeFact,
  values: readonly (Partial<Customer> | null)[],
  customers: readonly Customer[],
): Pick<FactDecision, 'chosen' | 'why'> {
  if (fact === 'doNotContact') return { chosen: 'all', why: 'strict' };
  const filled = customers.flatMap((customer, index) => {
    const value = values[index];
    return value ? [{ customer, value }] : [];
  });
  const [first, ...others] = filled;
  if (!first) return { chosen: 'all', why: 'all' };
  if (others.length === 0) {
    return { chosen: first.customer.id, why: first.customer === customers[0] ? 'survivor' : 'only' };
  }
  if (isManifold(fact, values)) return { chosen: 'all', why: fact === 'note' ? 'joined' : 'all' };
  if (fact === 'acquiredOn') return best(filled, ({ value }) => -dayNumber(value.acquiredOn), 'earliest');
  if (fact === 'verifiedOn') return best(filled, ({ value }) => dayNumber(value.verifiedOn), 'latest');
  if (fact === 'name') {
    const whole = filled.filter(({ customer }) => titledName(customer.name) === undefined);
    const [only] = whole;
    if (only && whole.length === 1) return { chosen: only.customer.id, why: 'whole-name' };
  }
  const verified = best(filled, ({ customer }) => dayNumber(customer.verifiedOn), 'verified');
  if (verified.why === 'verified') return verified;
  return best(filled, ({ value }) => lengthOf(value), 'longer');
}

/** The first of those for whom the measure is greatest; `survivor` where it tells nothing. */
function best<T extends { customer: Customer }>(
  filled: readonly T[],
  measure: (each: T) => number,
  why: MergeWhy,
): Pick<FactDecision, 'chosen' | 'why'> {
  const measures = filled.map(measure);
  const most = Math.max(...measures);
  const at = measures.indexOf(most);
  const chosen = filled[at]?.customer.id ?? 'all';
  return { chosen, why: measures.every((each) => each === most) ? 'survivor' : why };
}

function dayNumber(day: string | undefined): number {
  return Number((day ?? '').replaceAll('-', ''));
}

/** How much free text a value says; words of a list and numbers say equally much. */
function lengthOf(value: Partial<Customer>): number {
  const { kind, gender, source, leadStatus, preferredChannel } = value;
  if (kind ?? gender ?? source ?? leadStatus ?? preferredChannel) return 0;
  const [main] = Object.values(value.customFields ?? value);
  return typeof main === 'string' ? main.length : 0;
}
