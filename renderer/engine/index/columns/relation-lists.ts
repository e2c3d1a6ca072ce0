import { toEpochDay } from '#shared/calendar/day.ts';
import type { Relation } from '#shared/domain/relation/relation.ts';
import { none } from './column-layout.ts';
import type { Interner } from './interner.ts';

/** Who stands at an end of a relation, as one text. */
export function endKey(customerId: string, contactId?: string): string {
  return contactId === undefined ? customerId : `${customerId}\n${contactId}`;
}

export function readEndKey(key: string): { customerId: string; contactId: string | null } {
  const [customerId = '', contactId = null] = key.split('\n');
  return { customerId, contactId };
}

/** The relations of one dossier as `listTypes.relations` has them. */
export function listsOfRelations(relations: readonly Relation[], ends: Interner, roles: Interner): number[][] {
  return [
    relations.map(({ customerId, contactId }) => (contactId ? ends.numberOf(endKey(customerId, contactId)) : 0)),
    relations.map(({ other }) =>
      'customerId' in other ? ends.numberOf(endKey(other.customerId, other.contactId)) : 0,
    ),
    relations.map(({ role }) => roles.numberOf(role)),
    relations.map(({ until }) => (until === undefined ? none : toEpochDay(until))),
  ];
}
