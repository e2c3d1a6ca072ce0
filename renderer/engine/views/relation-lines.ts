import type { Relation } from '#shared/domain/relation/relation.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { RelationLine } from '#shared/relations/write-relations.ts';
import type { Columns } from '../index/columns/columns.ts';

/** Dossiers that are open at a time. */
const batch = 500;

/** Every relation between people outside the bin, each once, by the customer in whose dossier it lies. */
export async function relationLines(
  columns: Columns,
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Dossier>>,
): Promise<RelationLine[]> {
  const told: Relation[] = [];
  for (let index = 0; index < columns.count; index += 1) {
    if (!isPresent(columns, index) || columns.lists.relations.count(index) === 0) continue;
    for (const relation of columns.relationsOf(index)) {
      const { other } = relation;
      if ('customerId' in other && !isPresent(columns, columns.indexOf(other.customerId))) continue;
      told.push(relation);
    }
  }
  const contacts = await contactNames(told, load);
  const codeOf = (id: string): string => columns.texts.code.at(columns.indexOf(id));
  const contactOf = (id: string | undefined): string => (id === undefined ? '' : (contacts.get(id) ?? ''));
  return told.map(({ customerId, contactId, other, role, from = '', until = '', note = '' }) => {
    const isKnown = 'customerId' in other;
    return {
      code: codeOf(customerId),
      name: columns.nameOf(customerId),
      contact: contactOf(contactId),
      role,
      otherCode: isKnown ? codeOf(other.customerId) : '',
      otherName: isKnown ? columns.nameOf(other.customerId) : other.name,
      otherContact: isKnown ? contactOf(other.contactId) : '',
      from,
      until,
      note,
    };
  });
}

function isPresent({ alive, numbers }: Columns, index: number): boolean {
  return index >= 0 && alive[index] === 1 && numbers.deleted[index] === 0;
}

/** The names of the contact persons who stand at an end; only their dossiers are opened. */
async function contactNames(
  relations: readonly Relation[],
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Dossier>>,
): Promise<Map<string, string>> {
  const owners = new Set<string>();
  for (const { customerId, contactId, other } of relations) {
    if (contactId !== undefined) owners.add(customerId);
    if ('contactId' in other && other.contactId !== undefined) owners.add(other.customerId);
  }
  const ids = [...owners];
  const names = new Map<string, string>();
  for (let start = 0; start < ids.length; start += batch) {
    for (const { contact } of (await load(ids.slice(start, start + batch))).values()) {
      for (const { id, name } of contact) names.set(id, name);
    }
  }
  return names;
}
