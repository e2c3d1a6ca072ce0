import { normalizeEmail, normalizeUscc, isValidUscc } from './identifiers.ts';
import { companyOf, looksLikeCompany } from './company.ts';
import { compareNames, type NameAgreement } from './names.ts';
import { compactText, foldText } from './text.ts';

/** What two records are compared by. Phones are match keys (`phoneMatchKey`). */
export interface Identity {
  name: string;
  /** Other names somebody goes by, those of merged customers among them. */
  aliases?: readonly string[] | undefined;
  code?: string | undefined;
  /** Codes of merged customers. */
  formerCodes?: readonly string[] | undefined;
  uscc?: string | undefined;
  phones: readonly string[];
  emails?: readonly string[] | undefined;
  /** A company's whole name is its own, unlike a person's. */
  isCompany?: boolean | undefined;
  /** GB/T 2260 code of the main address: shops of one name in two cities are two. */
  regionCode?: string | undefined;
}

/**
 * `same`: one customer. `shared-phone`: a household, colleagues or a recycled number, never merged by itself.
 * `branch`: two places of one company. `namesake`: equal names and nothing else to tell by. `different`: nothing in common.
 */
export type Verdict = 'same' | 'shared-phone' | 'branch' | 'namesake' | 'different';

/** Names that one customer may go by on one phone. */
export const compatible: ReadonlySet<NameAgreement> = new Set<NameAgreement>(['same', 'homophone', 'title', 'short']);

/**
 * Decides what two records are to each other. Never `same` on a phone alone, nor on a
 * person's name alone (domain.md §0.7, §1.8).
 */
export function judgeIdentities(a: Identity, b: Identity): Verdict {
  const agreement = agreementOf(a, b);
  if (shareCode(a, b)) return 'same';
  const [leftUscc, rightUscc] = [validUscc(a.uscc), validUscc(b.uscc)];
  if (leftUscc && rightUscc) {
    if (leftUscc !== rightUscc) return agreement === 'branch' ? 'branch' : 'different';
    return agreement === 'branch' ? 'branch' : 'same';
  }
  const isPhoneShared = a.phones.some((phone) => phone !== '' && b.phones.includes(phone));
  if (agreement === 'branch') return 'branch';
  if (isPhoneShared) return compatible.has(agreement) ? 'same' : 'shared-phone';
  const emails = (b.emails ?? []).map(normalizeEmail);
  const isEmailShared = (a.emails ?? []).some((email) => email !== '' && emails.includes(normalizeEmail(email)));
  if (agreement !== 'same') return 'different';
  if (isEmailShared) return 'same';
  // Two numbers that the shop itself gave are two customers as long as nothing but the name speaks against it.
  const areNumberedApart = Boolean(a.code && b.code);
  if (a.isCompany && b.isCompany && !areNumberedApart && !areApart(a.regionCode, b.regionCode)) return 'same';
  return 'namesake';
}

/** The names of both; an alias counts where it is exactly the other's name. */
function agreementOf(a: Identity, b: Identity): NameAgreement {
  const agreement = compareNames(a.name, b.name);
  if (compatible.has(agreement)) return agreement;
  const isAlias = (aliases: readonly string[] = [], name: string) =>
    aliases.some((alias) => compactText(alias) !== '' && compactText(alias) === compactText(name));
  return isAlias(a.aliases, b.name) || isAlias(b.aliases, a.name) ? 'same' : agreement;
}

/** Whether the shop itself gave both the same number, before one of them was merged or since. */
export function shareCode(a: Identity, b: Identity): boolean {
  const codesOf = ({ code = '', formerCodes = [] }: Identity) => [code, ...formerCodes].map(compactText);
  const known = codesOf(b);
  return codesOf(a).some((code) => code !== '' && known.includes(code));
}

/** Whether two places are surely in different cities. */
function areApart(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return false;
  const length = Math.min(a.length, b.length, 4);
  return a.slice(0, length) !== b.slice(0, length);
}

function validUscc(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const code = normalizeUscc(text);
  return isValidUscc(code) ? code : undefined;
}

/** Keys under which possible duplicates meet, so that no record is compared with every other. `name`: `nameKey` of its name. */
export function duplicateKeys(identity: Identity, name: string = nameKey(identity.name)): string[] {
  const keys = identity.phones.filter((phone) => phone !== '').map((phone) => `phone:${phone}`);
  if (name) keys.push(`name:${name}`);
  if (identity.code) keys.push(`code:${compactText(identity.code)}`);
  if (identity.uscc) keys.push(`uscc:${normalizeUscc(identity.uscc)}`);
  for (const email of identity.emails ?? []) keys.push(`email:${normalizeEmail(email)}`);
  return [...new Set(keys)];
}

/** By what two names are exactly equal: folded, a company by its core and branch. */
export function nameKey(name: string): string {
  // A name of signs alone is still a name.
  if (!looksLikeCompany(name)) return compactText(name) || foldText(name);
  const { core, branch } = companyOf(name);
  return core + branch;
}
