import type { FollowUp } from '../domain/follow-up/follow-up.ts';
import type { Dossier } from '../domain/dossier/dossier.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import type { LocalDate } from '../domain/record.ts';
import { isEqualValue } from '../changes/record-content.ts';
import { typedOf, type ReferenceBook, type WrittenWorld } from '../facts/typed.ts';
import { customIdOf } from '../filter/fields.ts';
import { isErrorText, isShortened } from '../formats/values/lost-values.ts';
import type { Language } from '../i18n/catalogue.ts';
import type { MessageKey } from '../i18n/messages.ts';

/** What is done to many customers at once. */
export type BulkChange =
  /** A fact or a field of the archive's own as it would be typed on the card; an empty text clears it. */
  | { kind: 'set'; field: string; text: string }
  | { kind: 'add-tag'; tagId: string }
  | { kind: 'remove-tag'; tagId: string }
  /** A follow-up on this day; one that is open already and has the same title moves there. */
  | { kind: 'follow-up'; due: LocalDate; title: string }
  | { kind: 'delete' };

/** What it comes to for one customer. `before` and `after` are as people read them. */
export type BulkOutcome =
  | { is: 'same' }
  | { is: 'failed'; problem: MessageKey }
  | { is: 'changed'; before: string; after: string; customer: CustomerDraft | null }
  | { is: 'planned'; before: string; after: string; followUp: FollowUp | null };

export interface BulkWorld extends WrittenWorld {
  today: LocalDate;
  /** In which values are said before and after, where somebody reads them. */
  language?: Language | undefined;
  references: ReferenceBook;
}

/**
 * Decides for one customer. `customer: null` moves it to the bin; `followUp` is the open one that moves, `null` when a new
 * one is planned.
 */
export function decideBulk(dossier: Dossier, change: BulkChange, world: BulkWorld): BulkOutcome {
  const { customer } = dossier;
  if (customer.deletedAt !== undefined) {
    return change.kind === 'delete' ? { is: 'same' } : { is: 'failed', problem: 'bulk.problem.inBin' };
  }
  switch (change.kind) {
    case 'set':
      return decideSet(customer, change.field, change.text, world);
    case 'add-tag':
      return decideTags(customer, [...customer.tagIds.filter((id) => id !== change.tagId), change.tagId], change.tagId);
    case 'remove-tag':
      return decideTags(
        customer,
        customer.tagIds.filter((id) => id !== change.tagId),
        change.tagId,
      );
    case 'follow-up': {
      const open = dossier.followUp.find((each) => each.status === 'open' && each.title === change.title);
      if (open?.due === change.due) return { is: 'same' };
      return { is: 'planned', before: open?.due ?? '', after: change.due, followUp: open ?? null };
    }
    case 'delete':
      return { is: 'changed', before: customer.name, after: '', customer: null };
  }
}

function decideSet(customer: Customer, field: string, text: string, world: BulkWorld): BulkOutcome {
  const fact = typedOf(field, world);
  if (!fact) return { is: 'failed', problem: 'bulk.problem.noField' };
  const lost = lostIn(field, text);
  if (lost) return { is: 'failed', problem: lost };
  const draft = draftOfCustomer(customer);
  // A field of the archive's own understands more than its choices as they are written: ✓, and letters of any width.
  if (
    customIdOf(field) === null &&
    fact.choices &&
    !fact.isMultiple &&
    text !== '' &&
    !fact.choices.some((choice) => choice.id === text)
  ) {
    return { is: 'failed', problem: 'bulk.problem.noChoice' };
  }
  const written = fact.write(draft, text, world.today, world.currency);
  if ('problem' in written) return { is: 'failed', problem: written.problem };
  if (isEqualValue(written.draft, draft)) return { is: 'same' };
  const { version, createdAt, updatedAt } = customer;
  const after: Customer = { ...written.draft, version, createdAt, updatedAt };
  return {
    is: 'changed',
    before: fact.read(customer, world.currency, world.language),
    after: fact.read(after, world.currency, world.language),
    customer: written.draft,
  };
}

/** Why a text that a spreadsheet shows in the place of a value is none. What it showed of a phone is told of numbers by themselves. */
function lostIn(field: string, text: string): MessageKey | null {
  const shown = text.trim();
  if (isErrorText(shown)) return 'bulk.problem.error';
  return field !== 'phones' && isShortened(shown) ? 'bulk.problem.shortened' : null;
}

function decideTags(customer: Customer, tagIds: string[], tagId: string): BulkOutcome {
  const had = customer.tagIds.includes(tagId);
  if (had === tagIds.includes(tagId)) return { is: 'same' };
  return {
    is: 'changed',
    before: had ? tagId : '',
    after: had ? '' : tagId,
    customer: { ...draftOfCustomer(customer), tagIds },
  };
}

function draftOfCustomer(customer: Customer): CustomerDraft {
  const { version: _version, createdAt: _createdAt, updatedAt: _updatedAt, deletedAt: _deletedAt, ...draft } = customer;
  return draft;
}
