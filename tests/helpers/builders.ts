import type { Contact } from '#shared/domain/contact/contact.ts';
import { customerIdSchema, type Customer, type CustomerId } from '#shared/domain/customer/customer.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Interaction } from '#shared/domain/interaction/interaction.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Relation } from '#shared/domain/relation/relation.ts';
import type { ContactDraft, Draft, Edit } from '../../renderer/engine/api.ts';

const origin = { kind: 'manual' } as const;

export function anId(id: string): CustomerId {
  return customerIdSchema.parse(id);
}

export function aCustomer(part: Partial<Omit<Draft<Customer>, 'id'>> & { id: string }): Draft<Customer> {
  const lists = { aliases: [], phones: [], emails: [], ims: [], addresses: [], anniversaries: [], doNotContact: [] };
  return {
    code: '',
    kind: 'person',
    name: '张三',
    ...lists,
    tagIds: [],
    customFields: {},
    origin,
    ...part,
    id: anId(part.id),
  };
}

type Own<R> = Partial<Omit<Draft<R>, 'customerId'>> & { id: string; customerId: string };

export function anInteraction(part: Own<Interaction>): Draft<Interaction> {
  const { customerId, ...rest } = part;
  const defaults = { at: '2026-03-01T10:00', channel: 'phone', direction: 'outbound', text: '问候' } as const;
  return { ...defaults, origin, ...rest, customerId: anId(customerId) };
}

export function aFollowUp(part: Own<FollowUp>): Draft<FollowUp> {
  const { customerId, ...rest } = part;
  const defaults = { title: '回访', due: '2026-03-10', status: 'open', kind: 'task' } as const;
  return { ...defaults, origin, ...rest, customerId: anId(customerId) };
}

export function anOrder(part: Own<Order>): Draft<Order> {
  const { customerId, ...rest } = part;
  const totalFen = rest.totalFen ?? 10_000;
  const lines = [{ text: '龙井', qtyMilli: 1000, amountFen: totalFen }];
  const defaults = { no: part.id, date: '2026-02-01', type: 'sale', lines, discountFen: 0, totalFen } as const;
  return { ...defaults, lines, origin, ...rest, customerId: anId(customerId) };
}

export function putCustomer(part: Parameters<typeof aCustomer>[0]): Edit {
  return { table: 'customer', id: part.id, after: aCustomer(part) };
}

export function putInteraction(part: Own<Interaction>): Edit {
  return { table: 'interaction', id: part.id, after: anInteraction(part) };
}

export function putFollowUp(part: Own<FollowUp>): Edit {
  return { table: 'followUp', id: part.id, after: aFollowUp(part) };
}

export function putOrder(part: Own<Order>): Edit {
  return { table: 'order', id: part.id, after: anOrder(part) };
}

export function putContact(part: Own<Contact>): Edit {
  const { customerId, ...rest } = part;
  const lists = { phones: [], emails: [], ims: [] };
  return {
    table: 'contact',
    id: part.id,
    after: { name: '王总', ...lists, origin, ...rest, customerId: anId(customerId) },
  };
}

export function putRelation(part: Own<Relation>): Edit {
  const { customerId, ...rest } = part;
  const after = { other: { name: '老王' }, role: 'friend', origin, ...rest, customerId: anId(customerId) };
  return { table: 'relation', id: part.id, after };
}

export function aContactDraft(part: Partial<Omit<ContactDraft, 'customerId'>> & { customerId: string }): ContactDraft {
  const { customerId, ...rest } = part;
  const defaults = { channel: 'phone', direction: 'outbound', text: '', at: '2026-03-01T10:00' } as const;
  return { ...defaults, ...rest, customerId: anId(customerId) };
}
