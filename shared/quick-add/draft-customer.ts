import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import type { CustomerId, CustomerKind, Source } from '../domain/customer/customer.ts';
import { looksLikeCompany } from '../match/company.ts';
import { phoneMatchKey } from '../match/format-phone.ts';
import { splitPersonName } from '../match/names.ts';
import { cleanText } from '../match/text.ts';
import { otherPeople } from './other-people.ts';
import type { Piece, Understood } from './piece.ts';
import { isShop } from './read-names.ts';

type Of<K extends Understood['kind']> = Extract<Piece, { kind: K }>;

export interface QuickAdd {
  customer: CustomerDraft;
  /** Names of tags, to be found in the catalogue or made. */
  tags: string[];
  followUp: Of<'followUp'> | undefined;
}

function all<K extends Understood['kind']>(pieces: readonly Piece[], kind: K): Of<K>[] {
  return pieces.filter((piece): piece is Of<K> => piece.kind === kind);
}

export function nameOf(pieces: readonly Piece[]): string {
  return cleanText(all(pieces, 'name')[0]?.name ?? '');
}

/** A company where the name is that of one, or of a shop at which somebody is called; otherwise a person. */
export function guessKind(pieces: readonly Piece[]): CustomerKind {
  const name = nameOf(pieces);
  return looksLikeCompany(name) || (isShop(name) && otherPeople(pieces).length > 0) ? 'company' : 'person';
}

/** What is only kept once; a second one is kept as a note. */
const single: readonly Understood['kind'][] = [
  'name',
  'organization',
  'title',
  'department',
  'industry',
  'gender',
  'birthday',
  'website',
  'uscc',
];

/** A new customer from what was understood; the engine gives the code, the version and the times. */
export function draftCustomer(
  id: CustomerId,
  pieces: readonly Piece[],
  {
    kind,
    source,
    campaign = null,
  }: { kind: CustomerKind; source: Source | null; campaign?: string | null | undefined },
): QuickAdd {
  const name = nameOf(pieces);
  const [organization] = all(pieces, 'organization');
  const [title] = all(pieces, 'title');
  const [department] = all(pieces, 'department');
  const [industry] = all(pieces, 'industry');
  const [gender] = all(pieces, 'gender');
  const [birthday] = all(pieces, 'birthday');
  const [website] = all(pieces, 'website');
  const [uscc] = all(pieces, 'uscc');
  const [followUp] = all(pieces, 'followUp');
  const note = pieces
    .filter((piece) => piece.kind === 'note' || isRepeated(piece, pieces))
    .map((piece) => (piece.kind === 'note' ? piece.text : piece.text.replace(/^[@#]/, '')))
    .join('\n');
  const phones = new Map(all(pieces, 'phone').map(({ phone }) => [phoneMatchKey(phone) || phone.raw, phone]));
  const customer: CustomerDraft = {
    id,
    code: '',
    kind,
    name,
    ...(kind === 'person' ? splitPersonName(name) : {}),
    aliases: [],
    phones: [...phones.values()].slice(0, 50),
    emails: all(pieces, 'email')
      .slice(0, 50)
      .map(({ address }) => ({ address })),
    ims: all(pieces, 'im')
      .slice(0, 50)
      .map(({ im }) => im),
    addresses: all(pieces, 'address')
      .slice(0, 50)
      .map(({ address }) => address),
    ...(birthday && { birthday: birthday.date }),
    anniversaries: all(pieces, 'anniversary')
      .slice(0, 50)
      .map(({ label, date }) => ({ label, date })),
    ...(organization && { organization: organization.name }),
    ...(title && { title: title.title }),
    ...(department && { department: department.name }),
    ...(industry && { industry: industry.name }),
    ...(gender && { gender: gender.gender }),
    ...(website && { website: website.url }),
    ...(uscc && { uscc: uscc.code }),
    ...(source && { source }),
    ...(campaign && { campaign }),
    doNotContact: [],
    tagIds: [],
    customFields: {},
    ...(note !== '' && { note }),
    origin: { kind: 'manual' },
  };
  return { customer, tags: [...new Set(all(pieces, 'tag').map((tag) => tag.name))], followUp };
}

function isRepeated(piece: Piece, pieces: readonly Piece[]): boolean {
  return single.includes(piece.kind) && pieces.find(({ kind }) => kind === piece.kind) !== piece;
}
