import { customerKinds } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { RelatedPerson } from '../api.ts';
import type { Columns } from '../index/columns/columns.ts';
import type { RelationGraph } from '../index/relations/relation-graph.ts';

export type LoadDossiers = (ids: readonly string[]) => Promise<ReadonlyMap<string, Dossier>>;

/** Says of nodes who they are. The names of contact persons stand in the dossiers of their companies, which are read first. */
export async function peopleOf(
  nodes: Iterable<number>,
  graph: RelationGraph,
  columns: Columns,
  load: LoadDossiers,
): Promise<Map<number, RelatedPerson>> {
  const asked = [...new Set(nodes)];
  const companies = asked.flatMap((node) => {
    const { customer, contactId } = graph.nodeOf(node);
    return contactId === null ? [] : [columns.idOf(customer)];
  });
  const dossiers = await load([...new Set(companies)]);
  return new Map(asked.map((node) => [node, personOf(node, graph, columns, dossiers)]));
}

function personOf(
  node: number,
  graph: RelationGraph,
  columns: Columns,
  dossiers: ReadonlyMap<string, Dossier>,
): RelatedPerson {
  const { customer, contactId, nameAt } = graph.nodeOf(node);
  const customerId = columns.idOf(customer);
  const isInBin = columns.numbers.deleted[customer] === 1;
  if (nameAt !== null) {
    const other = columns.relationsOf(customer)[nameAt]?.other;
    const name = other && 'name' in other ? other.name : '';
    return { kind: 'name', customerId: null, contactId: null, name, detail: '', isInBin };
  }
  const ownName = columns.texts.name.at(customer);
  if (contactId !== null) {
    const contact = dossiers.get(customerId)?.contact.find((each) => each.id === contactId);
    // A contact person in the bin has no name until it is brought back; the company is still known.
    return {
      kind: 'contact',
      customerId,
      contactId,
      name: contact?.name ?? '',
      detail: ownName,
      isInBin: isInBin || !contact,
    };
  }
  const kind = customerKinds[columns.numbers.kind[customer] ?? 0] ?? 'person';
  return {
    kind,
    customerId,
    contactId: null,
    name: ownName,
    detail: columns.texts.organization.at(customer),
    isInBin,
  };
}
