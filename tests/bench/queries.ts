import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { searchKeys } from '#shared/match/pinyin.ts';
import { Random } from '../samples/random.ts';

export const searchKinds = ['initials', 'pinyin', 'substring', 'digits', 'note'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What people look for: so many queries that find somebody. */
export function wholeQueries(dossiers: readonly Dossier[], kind: SearchKind, count: number): string[] {
  const random = new Random(`queries/${kind}`);
  const queries: string[] = [];
  while (queries.length < count) {
    const query = wholeQuery(random, random.pick(dossiers), kind);
    if (query !== '') queries.push(query);
  }
  return queries;
}

/** The same as it is typed, key by key: every prefix of a query is a query of its own. */
export function typedQueries(dossiers: readonly Dossier[], kind: SearchKind, keys: number): string[] {
  return wholeQueries(dossiers, kind, keys).flatMap(prefixesOf).slice(0, keys);
}

function prefixesOf(query: string): string[] {
  const characters = Array.from(query);
  return characters.map((_, i) => characters.slice(0, i + 1).join(''));
}

/** A query that finds this customer; empty when nothing of this kind is known about it. */
function wholeQuery(random: Random, { customer, interaction }: Dossier, kind: SearchKind): string {
  const [address] = customer.addresses;
  switch (kind) {
    case 'initials':
      return searchKeys(customer.name).initials[0]?.slice(0, 4) ?? '';
    case 'pinyin':
      return searchKeys(customer.name).full[0]?.slice(0, 10) ?? '';
    case 'substring':
      return random.pick([
        customer.name.slice(-2),
        slice(random, address?.street, 3),
        address?.district?.slice(0, 2) ?? '',
      ]);
    case 'digits':
      return customer.phones[0]?.e164?.slice(-4) ?? '';
    case 'note':
      return slice(random, random.pick([customer.note ?? '', ...interaction.map(({ text }) => text)]), 5);
  }
}

function slice(random: Random, text: string | undefined, length: number): string {
  if (text === undefined || text.length < length) return '';
  const from = random.int(0, text.length - length);
  return text.slice(from, from + length).trim();
}
