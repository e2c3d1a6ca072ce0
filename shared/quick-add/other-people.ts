import type { CustomerKind } from '../domain/customer/customer.ts';
import { looksLikePerson } from './person.ts';
import type { Meaning, Piece } from './piece.ts';

/** Somebody whose number was written beside that of the customer: `王总 138… 王嫂 139…`. */
export interface OtherPerson {
  named: Piece;
  phones: Piece[];
}

/** What they can be: a customer too, a contact person, or the same person by another name. */
export const otherRoles = ['customer', 'contact', 'same'] as const;
export type OtherRole = (typeof otherRoles)[number];

/** A person has no contact persons. */
export function otherRolesOf(kind: CustomerKind): OtherRole[] {
  return otherRoles.filter((role) => role !== 'contact' || kind !== 'person');
}

/**
 * Who is named between the numbers of the customer, each with those that follow their name. `meant` is what parts were said to
 * be: those are nobody.
 */
export function otherPeople(pieces: readonly Piece[], meant: Readonly<Record<string, Meaning>> = {}): OtherPerson[] {
  const others: OtherPerson[] = [];
  const name = pieces.find(({ kind }) => kind === 'name');
  let isNumbered = false;
  pieces.forEach((piece, at) => {
    if (piece.kind === 'phone') isNumbered ||= name !== undefined && piece.from > name.from;
    if (piece.kind !== 'note' || !isNumbered || pieces[at + 1]?.kind !== 'phone') return;
    if (meant[piece.text] !== undefined || !(looksLikePerson(piece.text) || isOfFamily(piece.text, name?.text))) return;
    const behind = pieces.slice(at + 1);
    const end = behind.findIndex(({ kind }) => kind !== 'phone');
    others.push({ named: piece, phones: end < 0 ? behind : behind.slice(0, end) });
  });
  return others;
}

/** `Jane Smith` beside `John Smith`. */
function isOfFamily(text: string, name = ''): boolean {
  const [, family] = /^\p{Lu}[\p{L}'’-]+ (\p{Lu}[\p{L}'’-]+)$/u.exec(text) ?? [];
  return family !== undefined && name.endsWith(` ${family}`);
}

/** The parts that are left for the customer. */
export function withoutOthers(pieces: readonly Piece[], others: readonly OtherPerson[]): Piece[] {
  const theirs = new Set(others.flatMap(({ named, phones }) => [named, ...phones]));
  return pieces.filter((piece) => !theirs.has(piece));
}

/** The parts of a customer beside the first one: both come from one place. */
export function piecesOfOther({ named, phones }: OtherPerson, pieces: readonly Piece[]): Piece[] {
  const shared = pieces.filter(({ kind }) => kind === 'organization' || kind === 'tag');
  return [{ ...named, kind: 'name', name: named.text.slice(0, 120) }, ...phones, ...shared];
}
