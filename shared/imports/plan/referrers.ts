import type { CustomerId } from '../../domain/customer/customer.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { translate } from '../../i18n/translate.ts';
import { nameKey } from '../../match/name-key.ts';
import type { Entity } from './customer-entities.ts';
import { keyText, matchAll } from './find-in-archive.ts';
import type { ArchiveLookup, Policy } from './plan.ts';
import { replaceAfter, withNoteLine, type Written } from './written.ts';

/** Introductions followed at most before a chain is taken for a circle. */
const longestChain = 100;

interface ReferrersToFind {
  written: readonly Written[];
  entities: readonly Entity[];
  policy: Policy;
}

/**
 * Turns the names of introducers into references: to the one customer of that name in the file, or in the archive. Other
 * names are kept in the note. Nobody introduces himself, not over others either.
 */
export async function resolveReferrers(
  { written, entities, policy }: ReferrersToFind,
  lookup: ArchiveLookup,
  language: Language,
  onUnknown: (entity: Entity, name: string) => void,
): Promise<void> {
  const isOpen = ({ referrerId }: Written['after']) => policy === 'overwrite' || referrerId === undefined;
  const wanted = written.filter(({ entity, after }) => entity.referrer !== '' && isOpen(after));
  if (wanted.length === 0) return;
  const idOf = new Map(written.map(({ entity, id }) => [entity, id]));
  const inFile = new Map<string, CustomerId | 'several'>();
  for (const entity of entities) {
    const id = idOf.get(entity);
    if (id === undefined) continue;
    const key = nameKey(entity.draft.name);
    inFile.set(key, inFile.has(key) && inFile.get(key) !== id ? 'several' : id);
  }
  const hits = await matchAll(
    lookup,
    wanted.map(({ entity }) => ({ name: entity.referrer })),
  );
  const introducerOf = new Map<CustomerId, CustomerId>();
  // Somebody new introduced nobody in the archive, so the file alone is followed for them.
  const introducerInFile = async (id: CustomerId) => introducerOf.get(id);
  const introducerNow = async (id: CustomerId) =>
    introducerOf.get(id) ?? (await lookup.dossiers([id]))[0]?.customer.referrerId;
  for (const result of wanted) {
    const { entity, id, after } = result;
    const own = inFile.get(nameKey(entity.referrer));
    const archived = hits.get(keyText({ name: entity.referrer })) ?? [];
    // One of those who are called so is it already.
    if (after.referrerId !== undefined && [own, ...archived.map((hit) => hit.id)].includes(after.referrerId)) continue;
    const found = own === undefined ? (archived.length === 1 ? archived[0]?.id : undefined) : own;
    if (
      found === undefined ||
      found === 'several' ||
      (await isCircle(id, found, result.dossier ? introducerNow : introducerInFile))
    ) {
      const note = after.note ?? '';
      if (note.includes(entity.referrer)) continue;
      replaceAfter(result, withNoteLine(after, `${translate(language, 'field.referrerId')}: ${entity.referrer}`));
      onUnknown(entity, entity.referrer);
      continue;
    }
    introducerOf.set(id, found);
    const { referral: _ofTheOther, ...rest } = after;
    replaceAfter(result, { ...(after.referrerId === undefined ? after : rest), referrerId: found });
  }
}

async function isCircle(
  id: CustomerId,
  introducer: CustomerId,
  introducerOf: (id: CustomerId) => Promise<CustomerId | undefined>,
): Promise<boolean> {
  let at: CustomerId | undefined = introducer;
  for (let step = 0; at !== undefined && step < longestChain; step++) {
    if (at === id) return true;
    at = await introducerOf(at);
  }
  return at !== undefined;
}
