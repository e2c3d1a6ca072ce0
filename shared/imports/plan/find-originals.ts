import type { Order } from '../../domain/order/order.ts';
import { compactText } from '../../match/text.ts';
import { keyText, loadDossiers, matchAll } from './find-in-archive.ts';
import type { ArchiveLookup } from './plan.ts';
import type { OrderRow } from '../read-order.ts';

/** The rows of one order. */
export interface OrderGroup {
  rows: { row: number; read: OrderRow }[];
  id: string;
}

/** The sales that refunds refer to: by 原订单号, or by their own number when they carry that of the sale. */
export interface Originals {
  inFile(group: OrderGroup): OrderGroup | undefined;
  inArchive(group: OrderGroup): Order | undefined;
  idOf(group: OrderGroup): string | undefined;
}

export async function findOriginals(groups: readonly OrderGroup[], lookup: ArchiveLookup): Promise<Originals> {
  const sales = new Map<string, OrderGroup>();
  for (const group of groups) {
    const first = group.rows[0]?.read;
    if (first && first.type === 'sale' && first.no !== '') sales.set(compactText(first.no), group);
  }
  const wanted = new Map<OrderGroup, string>();
  const missing = new Set<string>();
  for (const group of groups) {
    const no = originalNo(group);
    if (no === '') continue;
    wanted.set(group, no);
    if (!sales.has(compactText(no))) missing.add(no);
  }
  const archived = await findArchived(missing, lookup);
  const inFile = (group: OrderGroup) => {
    const original = sales.get(compactText(wanted.get(group) ?? ''));
    return original === group ? undefined : original;
  };
  const inArchive = (group: OrderGroup) => archived.get(compactText(wanted.get(group) ?? ''));
  return { inFile, inArchive, idOf: (group) => inFile(group)?.id ?? inArchive(group)?.id };
}

function originalNo(group: OrderGroup): string {
  const written = group.rows.find(({ read }) => read.refNo !== '')?.read.refNo;
  if (written) return written;
  const first = group.rows[0]?.read;
  return first?.type === 'refund' ? first.no : '';
}

async function findArchived(numbers: ReadonlySet<string>, lookup: ArchiveLookup): Promise<Map<string, Order>> {
  const hits = await matchAll(
    lookup,
    [...numbers].map((orderNo) => ({ orderNo })),
  );
  const dossiers = await loadDossiers(
    lookup,
    [...hits.values()].flat().map((hit) => hit.id),
  );
  const found = new Map<string, Order>();
  for (const no of numbers) {
    for (const hit of hits.get(keyText({ orderNo: no })) ?? []) {
      const order = dossiers
        .get(hit.id)
        ?.order.find((known) => known.type === 'sale' && compactText(known.no) === compactText(no));
      if (order) found.set(compactText(no), order);
    }
  }
  return found;
}
