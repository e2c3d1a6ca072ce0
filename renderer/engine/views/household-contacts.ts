import type { EpochDay } from '#shared/calendar/day.ts';
import { fromEpochDay } from '#shared/calendar/day.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { dayOf } from '#shared/domain/record.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import type { LoadDossiers } from './related-people.ts';

/**
 * Others of the households of a customer and of its contact persons whom somebody spoke with, or tried to, on a day. Members
 * may be contact persons of companies: then the contacts with that person count.
 */
export async function householdContacts(
  index: CustomerIndex,
  customer: number,
  day: EpochDay,
  load: LoadDossiers,
): Promise<{ id: CustomerId; name: string }[]> {
  const { columns } = index;
  const graph = index.relations.graph(index.today);
  const own = new Set(graph.nodesOf(customer));
  const members = new Set(
    [...own].flatMap((node) => graph.groupOf(node, 'household')).filter((node) => !own.has(node)),
  );
  const spokenWith = [...members]
    .map((node) => graph.nodeOf(node))
    .filter(({ customer: at, nameAt }) => nameAt === null && columns.lists.contacts.list(at, 0).includes(day));
  const companies = spokenWith.flatMap(({ customer: at, contactId }) => (contactId === null ? [] : [columns.idOf(at)]));
  const dossiers = await load([...new Set(companies)]);
  return spokenWith.flatMap(({ customer: at, contactId }) => {
    const id = columns.idOf(at);
    if (contactId === null) return [{ id, name: columns.texts.name.at(at) }];
    const dossier = dossiers.get(id);
    const person = dossier && personContactedOn(dossier, contactId, fromEpochDay(day));
    return person ? [{ id, name: person.name }] : [];
  });
}

/** The contact person, when a contact of the day was with them; one that names nobody was with the only one there is. */
function personContactedOn({ contact, interaction }: Dossier, contactId: string, day: string) {
  const people = contact.filter(({ deletedAt, leftOn }) => !deletedAt && leftOn === undefined);
  const person = people.find(({ id }) => id === contactId);
  const isMeant = (named: string | undefined) => named === contactId || (named === undefined && people.length === 1);
  return interaction.some((each) => dayOf(each.at) === day && isMeant(each.contactId)) ? person : undefined;
}
