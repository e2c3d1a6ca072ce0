import { isLatinPerson, looksLikePerson } from './person.ts';
import type { Meaning, Piece } from './piece.ts';

/**
 * `永兴五金有限公司 0571-85123456 王总 13812345678`: a company with a number of its own is the customer, and who is named behind
 * it, before another number, is somebody of it. A name and a company that were said to be so stay.
 */
export function companyFirst(pieces: readonly Piece[], meant: Readonly<Record<string, Meaning>> = {}): Piece[] {
  const at = pieces.findIndex(({ kind }) => kind === 'organization');
  const named = pieces.findIndex(({ kind }) => kind === 'name');
  const [company, person] = [pieces[at], pieces[named]];
  if (company?.kind !== 'organization' || person?.kind !== 'name' || named < at) return [...pieces];
  if (meant[company.text] !== undefined || meant[person.text] !== undefined || /^[@＠]/.test(company.text))
    return [...pieces];
  const isNumbered = pieces.slice(at, named).some(({ kind }) => kind === 'phone');
  const behind = pieces.slice(named + 1).find(({ kind }) => kind !== 'title');
  if (!isNumbered || behind?.kind !== 'phone' || !(looksLikePerson(person.name) || isLatinPerson(person.name)))
    return [...pieces];
  const { from, to, text } = company;
  return pieces.map((piece) => {
    if (piece === company) return { kind: 'name', name: company.name.slice(0, 120), from, to, text };
    return piece === person ? asNote(person) : piece;
  });
}

/** Without the word that says what it is, as in `联系人：王总`. */
function asNote({ name, text, from, to }: Extract<Piece, { kind: 'name' }>): Piece {
  const at = text.lastIndexOf(name);
  return at < 0
    ? { kind: 'note', text, from, to }
    : { kind: 'note', text: name, from: from + at, to: from + at + name.length };
}
