import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { Relation, RelationEnd } from '#shared/domain/relation/relation.ts';
import { inverseRole, type RelationRole } from '#shared/domain/relation/relation-role.ts';
import { cleanText } from '#shared/match/text.ts';
import type { Committed, Edit, RelationEntry } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { newId } from '../../../platform/ids.ts';

/** Who is chosen at the other end; without a customer it is a name that is not in the archive yet. */
export interface Chosen {
  name: string;
  customerId: CustomerId | null;
  contactId: string | null;
}

export interface RelationForm {
  who: Chosen | null;
  /** The contact person on this side, where the customer has any. */
  nearContactId: string | null;
  /** A role of a relation, or one of `introductionRoles`. */
  role: RelationRole | null;
  from: LocalDate | null;
  until: LocalDate | null;
  note: string;
}

export const emptyForm: RelationForm = {
  who: null,
  nearContactId: null,
  role: null,
  from: null,
  until: null,
  note: '',
};

/** A relation as its form shows it on the card of either end. */
export function formOf({ record, near, other, role }: RelationEntry): RelationForm {
  const { name, customerId, contactId } = other;
  const { from = null, until = null, note = '' } = record;
  return { who: { name, customerId, contactId }, nearContactId: near?.contactId ?? null, role, from, until, note };
}

export function isIntroduction(role: RelationForm['role']): boolean {
  return role === 'introducer' || role === 'introduced';
}

/** Whether this card already says the same of the two. */
export function isAlreadyNoted(form: RelationForm, entries: readonly RelationEntry[]): boolean {
  return entries.some(
    ({ near, other, role, isCurrent }) =>
      isCurrent &&
      role === form.role &&
      (near?.contactId ?? null) === form.nearContactId &&
      other.customerId === form.who?.customerId &&
      other.contactId === form.who.contactId &&
      (other.customerId !== null || other.name === form.who.name),
  );
}

/** Writes what the form says of a customer; `entry` is the relation that it changes. */
export async function saveRelation(
  engine: Engine,
  customer: Customer,
  form: RelationForm,
  entry: RelationEntry | null,
): Promise<Committed> {
  const { who, role } = form;
  if (!who || role === null) throw new Error('Broken invariant: a relation is saved before it is complete');
  if (role === 'introducer') return introduce(engine, customer.id, who, form);
  if (role === 'introduced' && who.customerId) {
    const { id, name } = customer;
    return introduce(engine, who.customerId, { name, customerId: id, contactId: form.nearContactId }, form);
  }
  return engine.commit('relation/edit', [relationEdit(customer.id, who, role, form, entry?.record ?? null)]);
}

function relationEdit(
  customerId: CustomerId,
  who: Chosen,
  role: RelationRole,
  form: RelationForm,
  record: Relation | null,
): Edit {
  const id = record?.id ?? newId();
  const near = form.nearContactId === null ? {} : { contactId: form.nearContactId };
  // On the card of the far end the form shows the record from the other side; it stays where it lies.
  const isFromFar = record !== null && record.customerId !== customerId;
  const sides = isFromFar
    ? { customerId: record.customerId, contactId: record.contactId, other: record.other, role: inverseRole(role) }
    : { customerId, ...near, other: endOf(who), role };
  const origin = record?.origin ?? { kind: 'manual' as const };
  const after = { id, ...sides, ...datesOf(form), ...noteOf(form), origin };
  return { table: 'relation', id, after, ...(record && { seen: record.version }) };
}

async function introduce(engine: Engine, introducedId: CustomerId, by: Chosen, form: RelationForm): Promise<Committed> {
  const { customer } = await engine.dossier(introducedId);
  const { referrerId: _by, referral: _details, ...draft } = draftOf(customer);
  const referral = {
    ...(by.contactId === null ? {} : { contactId: by.contactId }),
    ...(by.customerId === null ? { name: by.name } : {}),
    ...(form.from === null ? {} : { on: form.from }),
    ...noteOf(form),
  };
  const after = {
    ...draft,
    ...(by.customerId === null ? {} : { referrerId: by.customerId }),
    ...(Object.keys(referral).length > 0 && { referral }),
  };
  return engine.commit('relation/edit', [{ table: 'customer', id: introducedId, after, seen: customer.version }]);
}

function endOf({ name, customerId, contactId }: Chosen): RelationEnd {
  if (customerId === null) return { name };
  return { customerId, ...(contactId === null ? {} : { contactId }) };
}

function datesOf({ from, until }: RelationForm): Pick<Relation, 'from' | 'until'> {
  return { ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) };
}

function noteOf({ note }: RelationForm): { note?: string } {
  const text = cleanText(note);
  return text === '' ? {} : { note: text };
}
