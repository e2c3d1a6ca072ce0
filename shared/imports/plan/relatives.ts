import type { CustomerId } from '../../domain/customer/customer.ts';
import { readRole } from '../../relations/role-names.ts';
import { nameKey } from '../../match/name-key.ts';
import type { RelatedName } from '../read-customer.ts';
import { readRelatedWord } from '../related-words.ts';
import type { Entity } from './customer-entities.ts';
import { keyText, matchAll } from './find-in-archive.ts';
import type { ArchiveLookup, PlanOptions } from './plan.ts';
import { relationKey } from './plan-relations.ts';
import { replaceAfter, withNoteLine, type Written } from './written.ts';

/**
 * Ties those whom the file calls somebody's wife, brother or manager to the one customer of that name, in the file or in the
 * archive. Other names, and words that are no relation here, are kept in the note.
 */
export async function resolveRelatives(
  written: readonly Written[],
  lines: readonly number[],
  lookup: ArchiveLookup,
  options: PlanOptions,
  onUnknown: (entity: Entity, related: RelatedName) => void,
): Promise<void> {
  const isLeft = ({ dossier }: Written) => dossier !== undefined && options.policy === 'skip';
  const wanted = written.filter((result) => result.entity.related.length > 0 && !isLeft(result));
  if (wanted.length === 0) return;
  const inFile = new Map<string, CustomerId | 'several'>();
  for (const { id, after } of written) {
    const key = nameKey(after.name);
    inFile.set(key, inFile.has(key) && inFile.get(key) !== id ? 'several' : id);
  }
  const hits = await matchAll(
    lookup,
    wanted.flatMap(({ entity }) => entity.related.map(({ name }) => ({ name }))),
  );
  const known = new Set(written.flatMap(({ dossier }) => dossier?.relation.map(relationKey) ?? []));
  const book = { kinds: options.kinds ?? [], words: options.words ?? [] };
  for (const result of wanted) {
    const { entity, id } = result;
    for (const related of entity.related) {
      const role = readRole(related.label, book) ?? readRelatedWord(related.label);
      const own = inFile.get(nameKey(related.name));
      const archived = hits.get(keyText({ name: related.name })) ?? [];
      const found = own ?? (archived.length === 1 ? archived[0]?.id : undefined);
      if (role === undefined || found === undefined || found === 'several' || found === id) {
        const line = related.label === '' ? related.name : `${related.label}: ${related.name}`;
        const after = withNoteLine(result.after, line);
        if (after === result.after) continue;
        replaceAfter(result, after);
        onUnknown(entity, related);
        continue;
      }
      const origin = { kind: 'import' as const, batchId: options.batchId, row: lines[entity.rows[0] ?? 0] ?? 0 };
      const relation = { customerId: id, other: { customerId: found }, role };
      if (known.has(relationKey(relation))) continue;
      known.add(relationKey(relation));
      const relationId = options.newId();
      result.tied = new Map([...(result.tied ?? []), [relationId, related]]);
      result.edits.push({ table: 'relation', id: relationId, after: { id: relationId, ...relation, origin } });
    }
  }
}
