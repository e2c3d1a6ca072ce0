import type { Interaction } from '#shared/domain/interaction/interaction.ts';

/** From so many contacts on a save takes milliseconds longer when all of them are read again, though all but one are as they were. */
const longFrom = 100;

/**
 * What is made of each contact, in long dossiers once for as long as the contact is kept in memory. A record is replaced and
 * never changed in place, so the same object says the same.
 */
export function eachContact<T>(make: (contact: Interaction) => T): (contacts: readonly Interaction[]) => T[] {
  const made = new WeakMap<Interaction, T>();
  const makeOnce = (contact: Interaction): T => {
    const known = made.get(contact);
    if (known !== undefined) return known;
    const fresh = make(contact);
    made.set(contact, fresh);
    return fresh;
  };
  return (contacts) => contacts.map(contacts.length < longFrom ? make : makeOnce);
}
