import type { Address, Customer, Phone, YearlyDate } from '../domain/customer/customer.ts';
import type { LocalTime } from '../domain/record.ts';

export type Understood =
  | { kind: 'name'; name: string }
  | { kind: 'organization'; name: string }
  | { kind: 'title'; title: string }
  | { kind: 'department'; name: string }
  | { kind: 'industry'; name: string }
  | { kind: 'gender'; gender: NonNullable<Customer['gender']> }
  | { kind: 'phone'; phone: Phone }
  | { kind: 'email'; address: string }
  | { kind: 'im'; im: Customer['ims'][number] }
  | { kind: 'website'; url: string }
  | { kind: 'uscc'; code: string }
  | { kind: 'tag'; name: string }
  | { kind: 'birthday'; date: YearlyDate }
  | { kind: 'anniversary'; label: string; date: YearlyDate }
  | { kind: 'address'; address: Address }
  /** `title` is empty where only a day was written. */
  | { kind: 'followUp'; due: LocalTime; title: string }
  | { kind: 'note'; text: string };

/** A part of the typed text and what it is understood to be. `text` is the part as it was typed, from `from` to `to`. */
export type Piece = Understood & { from: number; to: number; text: string };

/** What a part can be said to be when it was understood wrongly. */
export const meanings = ['name', 'organization', 'title', 'address', 'tag', 'note'] as const;
export type Meaning = (typeof meanings)[number];
