import type { Customer } from '#shared/domain/customer/customer.ts';
import type { UnsavedPlace } from '#shared/unsaved/unsaved.ts';
import type { UnsavedShelf } from '../../../engine/client/unsaved-shelf.ts';

/** More than a customer has. */
const mostPlaces = 60;

/** What an anniversary says; empty for a new one. Kept beside what was typed, which so finds it again wherever it stands by then. */
export function anniversaryOf(customer: Customer, at: number): string {
  const edited = customer.anniversaries[at];
  return edited ? JSON.stringify(edited) : '';
}

/** Where what was typed into the dialog of an anniversary and not saved is kept; the end of the list is a new one. */
export function anniversaryPlace(unsaved: UnsavedShelf, customer: Customer, at: number): UnsavedPlace<'anniversary'> {
  const edited = anniversaryOf(customer, at);
  const places = Array.from({ length: mostPlaces }, (_, of) => {
    return { kind: 'anniversary', customerId: customer.id, of: String(of) } as const;
  });
  const kept = places.find((place) => unsaved.read(place)?.edits === edited);
  const free = places.find((place) => unsaved.read(place) === null);
  return kept ?? free ?? { kind: 'anniversary', customerId: customer.id, of: String(mostPlaces) };
}
