import type { Customer } from '../domain/customer/customer.ts';
import { customIdOf } from '../filter/fields.ts';
import { withDismissed } from '../comparison/dismissed.ts';
import { normalizeText } from '../match/text.ts';
import { decideFacts, type FactDecision, type MergeQuestion } from './decide-facts.ts';
import { listFacts, longestNote, singleFacts, type ListFact, type MergeFact, type SingleFact } from './merge-fields.ts';

export interface MergedFacts {
  customer: Customer;
  decisions: FactDecision[];
  /** Facts of which there is more than one record can hold. */
  tooMuch: MergeFact[];
}

/** The survivor with the facts of all of them; what else a record carries is the survivor's own. */
export function mergeFacts(question: MergeQuestion): MergedFacts {
  const decisions = decideFacts(question);
  const [survivor, ...merged] = question.customers;
  if (!survivor) throw new Error('Broken invariant: a merge has a survivor');
  const customer: Record<string, unknown> = { ...survivor, customFields: { ...survivor.customFields } };
  const tooMuch: MergeFact[] = [];
  for (const decision of decisions) {
    const { fact } = decision;
    const sources = partsOf(decision, question.customers);
    const ownId = customIdOf(fact);
    if (ownId !== null) {
      const values = sources.map((part) => part.customFields?.[ownId]);
      const value = values.length > 1 ? [...new Set(values.flat())] : values[0];
      if (value !== undefined) (customer['customFields'] as Record<string, unknown>)[ownId] = value;
    } else if (fact === 'note') {
      const note = joinNotes(sources.flatMap((part) => part.note ?? []));
      if (note.length > longestNote) tooMuch.push('note');
      if (note !== '') customer['note'] = note;
    } else if (fact in listFacts) {
      const list = joinList(fact as ListFact, sources);
      if (list.length > listFacts[fact as ListFact].most) tooMuch.push(fact);
      customer[fact] = list;
    } else {
      for (const field of singleFacts[fact as SingleFact]) delete customer[field];
      Object.assign(customer, sources[0]);
    }
  }
  // Whoever introduced one of them is nobody's introducer any more when that closed a circle.
  if (survivor.referrerId !== undefined && !decisions.some(({ fact }) => fact === 'referrerId')) {
    delete customer['referrerId'];
    delete customer['referral'];
  }
  const whole = customer as unknown as Customer;
  whole.aliases = withLosingNames(whole, question.customers);
  if (whole.aliases.length > listFacts.aliases.most) tooMuch.push('aliases');
  const codes = formerCodes(survivor, merged);
  if (codes.length > 0) whole.formerCodes = codes;
  const dismissed = withDismissed(
    survivor.dismissed,
    merged.flatMap((each) => each.dismissed ?? []),
  );
  if (dismissed.length > 0) whole.dismissed = dismissed;
  const answers = joinAnswers(question.customers);
  if (Object.keys(answers).length > 0) whole.answers = answers;
  return { customer: whole, decisions, tooMuch: [...new Set(tooMuch)] };
}

/** The values that a decision keeps, the survivor's first. */
function partsOf({ values, chosen }: FactDecision, customers: readonly Customer[]): Partial<Customer>[] {
  return values.flatMap((value, index) =>
    value !== null && (chosen === 'all' || customers[index]?.id === chosen) ? [value] : [],
  );
}

function joinList(fact: ListFact, parts: readonly Partial<Customer>[]): unknown[] {
  const keyOf = listFacts[fact].keyOf as (item: unknown) => string;
  const joined = new Map<string, unknown>();
  for (const item of parts.flatMap((part) => (part[fact] ?? []) as unknown[])) {
    const key = keyOf(item);
    joined.set(key, joined.has(key) ? joinItems(joined.get(key), item) : item);
  }
  return [...joined.values()];
}

/** The same number or place twice: what one lacks the other gives, and how it stands is told by whoever looked last. */
function joinItems(kept: unknown, more: unknown): unknown {
  if (typeof kept !== 'object' || typeof more !== 'object' || kept === null || more === null) return kept;
  const [own, other] = [kept as Partial<Customer['phones'][number]>, more as Partial<Customer['phones'][number]>];
  const { status: _status, verifiedAt: _verifiedAt, ...joined } = { ...other, ...own };
  const isUntold = own.status === undefined && own.verifiedAt === undefined;
  const { status, verifiedAt } = isUntold || (other.verifiedAt ?? '') > (own.verifiedAt ?? '') ? other : own;
  // Both or neither: one that was found right without a word on its state is valid.
  return { ...joined, ...(status !== undefined && { status }), ...(verifiedAt !== undefined && { verifiedAt }) };
}

function joinNotes(notes: readonly string[]): string {
  const kept: string[] = [];
  for (const note of notes) if (!kept.some((each) => each.includes(note))) kept.push(note);
  return kept.join('\n\n');
}

/** What the others were called stays a name by which the customer is found. */
function withLosingNames({ name, aliases }: Customer, customers: readonly Customer[]): string[] {
  const known = new Set([name, ...aliases].map(normalizeText));
  const losing = customers.flatMap((customer) => {
    const key = normalizeText(customer.name);
    if (known.has(key)) return [];
    known.add(key);
    return [customer.name];
  });
  return [...aliases.filter((alias) => alias !== name), ...losing];
}

/** Of two answers to one question the one that was given last. Which of them a value of another one overtakes is not known here. */
function joinAnswers(customers: readonly Customer[]): NonNullable<Customer['answers']> {
  const joined: NonNullable<Customer['answers']> = {};
  for (const { answers = {} } of customers) {
    for (const [key, answer] of Object.entries(answers)) {
      const known = joined[key];
      if (!known || known.on < answer.on) joined[key] = answer;
    }
  }
  return joined;
}

function formerCodes(survivor: Customer, merged: readonly Customer[]): string[] {
  const codes = new Set(survivor.formerCodes);
  for (const { code, formerCodes: former = [] } of merged) for (const each of [...former, code]) codes.add(each);
  codes.delete('');
  codes.delete(survivor.code);
  return [...codes];
}
