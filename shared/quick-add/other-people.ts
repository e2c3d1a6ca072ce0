import { looksLikeCompany } from '../match/company.ts';
import { isLatinPerson, looksLikePerson } from './person.ts';
import type { Meaning, Piece } from './piece.ts';

/** Somebody whose number was written beside that of the customer: `王总 138… 王嫂 139…`. */
export interface OtherPerson {
  named: Piece;
  /** The job, numbers, accounts, mails and the company that follow the name. */
  theirs: Piece[];
}

const isTheirs = ({ kind }: Piece): boolean => kind === 'phone' || kind === 'email' || kind === 'im';

/** A second company is a note of the line. */
function isTheirCompany(piece: Piece): boolean {
  return piece.kind === 'note' && looksLikeCompany(piece.text);
}

/**
 * Who is named between the numbers of the customer, each with those that follow their name and job. `meant` is what parts were
 * said to be: those are nobody.
 */
export function otherPeople(pieces: readonly Piece[], meant: Readonly<Record<string, Meaning>> = {}): OtherPerson[] {
  const others: OtherPerson[] = [];
  const name = pieces.find(({ kind }) => kind === 'name');
  const nameOfFirst = name?.kind === 'name' ? name.name : '';
  const isPersonFirst = !looksLikeCompany(nameOfFirst);
  let isNumbered = false;
  pieces.forEach((piece, at) => {
    if (piece.kind === 'phone') isNumbered ||= name !== undefined && piece.from > name.from;
    const job = pieces[at + 1]?.kind === 'title' ? 1 : 0;
    if (piece.kind !== 'note' || !isNumbered || pieces[at + 1 + job]?.kind !== 'phone') return;
    if (meant[piece.text] !== undefined || !isSomebody(piece.text, nameOfFirst)) return;
    const behind = pieces.slice(at + 1);
    const end = behind.findIndex(
      (next, place) => place >= job && !isTheirs(next) && !(isPersonFirst && isTheirCompany(next)),
    );
    others.push({ named: piece, theirs: end < 0 ? behind : behind.slice(0, end) });
  });
  return others;
}

/** Beside a company anybody who is called as people are; beside a person `Jane Smith` next to `John Smith`. */
function isSomebody(text: string, name: string): boolean {
  if (looksLikePerson(text) || (isLatinPerson(text) && looksLikeCompany(name))) return true;
  const [, family] = /^\p{Lu}[\p{L}'’-]+ (\p{Lu}[\p{L}'’-]+)$/u.exec(text) ?? [];
  return family !== undefined && name.endsWith(` ${family}`);
}

/** The parts that are left for the customer. */
export function withoutOthers(pieces: readonly Piece[], others: readonly OtherPerson[]): Piece[] {
  const theirs = new Set(others.flatMap((other) => [other.named, ...other.theirs]));
  return pieces.filter((piece) => !theirs.has(piece));
}

/** The parts of a customer beside the first one: both come from one place, which may be the first one. */
export function piecesOfOther({ named, theirs }: OtherPerson, pieces: readonly Piece[]): Piece[] {
  const hasOwn = theirs.some(isTheirCompany);
  const shared = pieces.flatMap((piece): Piece[] => {
    if (hasOwn && piece.kind !== 'tag') return [];
    if (piece.kind === 'organization' || piece.kind === 'tag') return [piece];
    return piece.kind === 'name' && looksLikeCompany(piece.name) ? [{ ...piece, kind: 'organization' }] : [];
  });
  const own = theirs.map(
    (piece): Piece =>
      isTheirCompany(piece) ? { ...piece, kind: 'organization', name: piece.text.slice(0, 200) } : piece,
  );
  return [{ ...named, kind: 'name', name: named.text.slice(0, 120) }, ...own, ...shared];
}
