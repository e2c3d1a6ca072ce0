import * as z from 'zod';
import { keptListSchema, mostKeptLists } from '../comparison/kept-decisions.ts';
import { contactRoles } from '../domain/contact/contact.ts';
import { channelSchema, customerIdSchema, customerKinds, sourceSchema } from '../domain/customer/customer.ts';
import { repeats } from '../domain/follow-up/repeats.ts';
import { directions, outcomes } from '../domain/interaction/interaction.ts';
import { orderTypes } from '../domain/order/order.ts';
import { localDateSchema } from '../domain/record.ts';
import { keptMendsSchema, mostKeptMends } from '../imports/kept-mends.ts';
import { otherRoles } from '../quick-add/other-roles.ts';
import { meanings } from '../quick-add/piece.ts';

const text = z.string().max(1_000_000);

const orderBoxes = {
  day: localDateSchema.nullable(),
  type: z.enum(orderTypes),
  no: text,
  channel: text,
  lines: z.array(z.strictObject({ of: z.int().nullable(), text, qty: text, price: text, amount: text })),
  discount: text,
  paid: text,
  note: text,
  purchases: text,
};

/**
 * What can be typed and not saved yet, as it stands in its boxes. It is no record: it has no version and no history, stands in
 * no backup, and is read again only by the Kebu that shows the same boxes.
 */
export const unsavedSchemas = {
  'quick-add': z.strictObject({
    text,
    meant: z.record(z.string(), z.enum(meanings)),
    kind: z.enum(customerKinds).nullable(),
    source: sourceSchema.nullable(),
    campaign: z.string().max(80).nullable().optional(),
    others: z.enum(otherRoles).nullable().optional(),
  }),
  composer: z.strictObject({
    text,
    channel: channelSchema,
    outcome: z.enum(outcomes).nullable(),
    isInbound: z.boolean(),
    isConfirmed: z.boolean().optional(),
    due: localDateSchema.nullable(),
    nextTitle: text,
    isPromise: z.boolean(),
    contactId: z.string().max(64).nullable(),
  }),
  'follow-up': z.strictObject({
    title: text,
    due: localDateSchema.nullable(),
    repeat: z.enum(repeats).nullable(),
    isPromise: z.boolean(),
  }),
  interaction: z.strictObject({
    text,
    day: localDateSchema.nullable(),
    channel: channelSchema,
    direction: z.enum(directions),
    outcome: z.enum(outcomes).nullable(),
    contactId: z.string().max(64).nullable(),
  }),
  contact: z.strictObject({ name: text, title: text, role: z.enum(contactRoles).nullable(), phone: text }),
  order: z.strictObject(orderBoxes),
  'new-order': z.strictObject({
    ...orderBoxes,
    buyer: z.strictObject({ text, customerId: customerIdSchema.nullable(), isNew: z.boolean() }),
    /** Whether it was a contact too, where somebody said so. */
    asContact: z.boolean().optional(),
  }),
  'today-log': z.strictObject({ text, channel: channelSchema }),
  relation: z.strictObject({
    who: z
      .strictObject({
        name: text,
        customerId: customerIdSchema.nullable(),
        contactId: z.string().max(64).nullable(),
      })
      .nullable(),
    nearContactId: z.string().max(64).nullable(),
    role: z.string().max(80).nullable(),
    from: localDateSchema.nullable(),
    until: localDateSchema.nullable(),
    note: text,
  }),
  'check-skips': z.strictObject({ on: localDateSchema, customerIds: z.array(customerIdSchema) }),
  comparison: z.strictObject({ lists: z.array(keptListSchema).max(mostKeptLists) }),
  mends: z.strictObject({ files: z.array(keptMendsSchema).max(mostKeptMends) }),
  fact: z.strictObject({ text }),
  anniversary: z.strictObject({
    /** The one that is edited, as it stood; empty for a new one. */
    edits: text.optional(),
    label: text,
    text,
    calendar: z.enum(['solar', 'lunar']),
    isLeap: z.boolean(),
    isLastDay: z.boolean(),
  }),
};
export type UnsavedKind = keyof typeof unsavedSchemas;
export type Unsaved<K extends UnsavedKind> = z.infer<(typeof unsavedSchemas)[K]>;

/** Where it was typed. Ids only, since it stands in clear beside the sealed text. */
export interface UnsavedPlace<K extends UnsavedKind = UnsavedKind> {
  kind: K;
  /** Whose it is: when this customer is erased, it goes too. */
  customerId?: string | undefined;
  /** Which of several of this kind. */
  of?: string | undefined;
}

/** Under which key what was typed at a place is kept. */
export function keyOfPlace({ kind, customerId = '', of = '' }: UnsavedPlace): string {
  return `${kind}/${customerId}/${of}`;
}

export function kindOfKey(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

export function customerOfKey(key: string): string {
  return key.split('/')[1] ?? '';
}
