import type { RelationKind } from '../domain/relation-kind/relation-kind.ts';
import { fixedRoles, ownKindOf, rolesOf, type RelationRole } from '../domain/relation/relation-role.ts';
import type { Word } from '../domain/word/word.ts';
import { messages } from '../i18n/messages.ts';
import { languages, type Language } from '../i18n/catalogue.ts';
import { compactText } from '../match/text.ts';
import { wordName } from '../words/list-words.ts';

/** What is known of the kinds of relation; kinds that were deleted among them, for relations of them are left. */
export interface RoleBook {
  kinds: readonly RelationKind[];
  words: readonly Word[];
}

const sentences: Readonly<Record<string, readonly [string, string]>> = messages;

/** What a role is called in a file: as the user says, else as Kebu does; empty for one that nobody knows any more. */
export function roleName(role: RelationRole, { kinds, words }: RoleBook, language: Language): string {
  const named = wordName('relation', role, words);
  if (named !== null) return named;
  const own = ownKindOf(role);
  if (!own) return sentences[`relation.${role}`]?.[language === 'en' ? 1 : 0] ?? '';
  const kind = kinds.find(({ id }) => id === own.kindId);
  return (own.isOpposite ? kind?.inverseName : undefined) ?? kind?.name ?? '';
}

/** The role of this name in either language; the user's own kinds first, those that were deleted last. */
export function readRole(text: string, book: RoleBook): RelationRole | undefined {
  const wanted = compactText(text);
  if (wanted === '') return undefined;
  const live = book.kinds.filter(({ deletedAt }) => !deletedAt);
  const gone = book.kinds.filter(({ deletedAt }) => deletedAt);
  const isCalled = (role: RelationRole): boolean =>
    languages.some((language) => compactText(roleName(role, book, language)) === wanted);
  return live.flatMap(rolesOf).find(isCalled) ?? fixedRoles.find(isCalled) ?? gone.flatMap(rolesOf).find(isCalled);
}
