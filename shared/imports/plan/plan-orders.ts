import type { CustomerId } from '../../domain/customer/customer.ts';
import type { OrderLine } from '../../domain/order/order.ts';
import { orderKey } from '../../match/identity-keys.ts';
import { compactText } from '../../match/text.ts';
import type { Problem } from '../problems.ts';
import type { OrderRow } from '../read-order.ts';
import type { ReadRow } from '../read-row.ts';
import { openCatalogues, type Catalogues } from './catalogues.ts';
import { isNamed, openBuyers, type Buyers } from './find-buyers.ts';
import { findOriginals, type OrderGroup, type Originals } from './find-originals.ts';
import type { ArchiveLookup, ImportEdit, PlanOptions } from './plan.ts';
import { refusedField } from './refused-field.ts';
import { RowLedger, type KindPlan } from './row-ledger.ts';

const reportEvery = 1_000;
const keysAtOnce = 5_000;

type OrderAfter = Extract<ImportEdit, { table: 'order' }>['after'];

/** Decides for every row of a list of sales what it does to the archive. An order comes in whole or not at all. */
export async function planOrders(
  rows: readonly ReadRow<OrderRow>[],
  lines: readonly number[],
  lookup: ArchiveLookup,
  options: PlanOptions,
): Promise<KindPlan> {
  const ledger = new RowLedger(lines);
  const groups = await gather(rows, options, ledger);
  const buyers = await openBuyers(
    groups.flatMap((group) => group.rows.map(({ read }) => read.buyer)),
    lookup,
    options,
  );
  const originals = await findOriginals(groups, lookup);
  const catalogues = await openCatalogues(lookup, options);

  const imported = await importedBefore(groups, lookup);
  const drafts = new Map<OrderGroup, OrderAfter>();
  const attached = new Map<OrderGroup, CustomerId>();
  for (const group of byDependence(groups, originals)) {
    const failure = groupFailure(group);
    if (!failure && imported.has(group)) {
      for (const { row, read } of group.rows) ledger.decide(row, 'skipped', read.problems, { reason: 'exists' });
      continue;
    }
    if (failure) {
      failGroup(ledger, group, failure);
      continue;
    }
    const customerId = attach(group, { buyers, originals, attached, options, lines });
    if (typeof customerId !== 'string') {
      failGroup(ledger, group, customerId);
      continue;
    }
    attached.set(group, customerId);
    drafts.set(group, makeOrder(group, customerId, { originals, catalogues, options, lines }));
  }
  const unnumbered = [...drafts.values()].filter((order) => compactText(order.no) === '');
  const existing = await knownKeys(unnumbered.map(orderKey), lookup);
  const edits: ImportEdit[] = [];
  for (const [group, draft] of drafts) decideGroup(group, draft, existing.has(orderKey(draft)), ledger, edits);
  const used = new Set(edits.flatMap((edit) => (edit.table === 'order' ? [edit.after.customerId] : [])));
  const customers = buyers.edits().filter((edit) => used.has(edit.after.id));
  const productIds = edits.flatMap((edit) =>
    edit.table === 'order' ? edit.after.lines.map((line) => line.productId ?? '') : [],
  );
  return { ledger, edits: [...catalogues.usedBy(productIds), ...customers, ...edits], newCustomers: customers.length };
}

/** Lines of one number and type are one order; a line without a number is one by itself. */
async function gather(
  rows: readonly ReadRow<OrderRow>[],
  options: PlanOptions,
  ledger: RowLedger,
): Promise<OrderGroup[]> {
  const groups = new Map<string, OrderGroup>();
  for (const [row, { read: original, skipped }] of rows.entries()) {
    if (row % reportEvery === 0) await options.onProgress(row, rows.length);
    if (!original) {
      ledger.decide(row, 'skipped', [{ code: skipped, severity: 'skip' }]);
      continue;
    }
    const read = { ...original, problems: [...original.problems] };
    const no = compactText(read.no);
    const key = no === '' ? `row:${row}` : `${no}|${read.type}`;
    const group = groups.get(key);
    if (group) group.rows.push({ row, read });
    else groups.set(key, { rows: [{ row, read }], id: options.newId() });
  }
  return [...groups.values()];
}

/** Refunds after the sales they refer to, so that a refund without a customer finds that of its sale. */
function byDependence(groups: readonly OrderGroup[], originals: Originals): OrderGroup[] {
  return [...groups.filter((group) => !originals.inFile(group)), ...groups.filter((group) => originals.inFile(group))];
}

/** One bad line fails its order, because an order with a line missing has a wrong total. */
function groupFailure(group: OrderGroup): Problem | undefined {
  for (const { read } of group.rows) {
    const error = read.problems.find((found) => found.severity === 'error');
    if (error)
      return group.rows.length === 1
        ? error
        : { code: 'order/other-line-failed', severity: 'error', values: { no: read.no } };
  }
  const names = new Set(group.rows.map(({ read }) => compactText(read.buyer.name)).filter((name) => name !== ''));
  return names.size > 1 ? { code: 'order/mixed-customers', severity: 'error' } : undefined;
}

function failGroup(ledger: RowLedger, group: OrderGroup, failure: Problem): void {
  for (const { row, read } of group.rows) {
    const hasOwn = read.problems.some((found) => found.severity === 'error');
    ledger.decide(row, 'failed', hasOwn ? read.problems : [...read.problems, failure]);
  }
}

interface AttachContext {
  buyers: Buyers;
  originals: Originals;
  attached: ReadonlyMap<OrderGroup, CustomerId>;
  options: PlanOptions;
  lines: readonly number[];
}

/** The customer of an order, created when in no list; the problem when that cannot be. */
function attach(
  group: OrderGroup,
  { buyers, originals, attached, options, lines }: AttachContext,
): CustomerId | Problem {
  const first =
    group.rows.find(({ read }) => read.buyer.name !== '' || read.buyer.phones.length > 0 || read.buyer.code !== '') ??
    group.rows[0];
  if (!first) return { code: 'match/no-customer', severity: 'error' };
  const found = buyers.find(first.read.buyer);
  if (found.customerId !== undefined) return found.customerId;
  if (found.problem.code === 'match/no-customer') {
    const original = originals.inFile(group);
    return (original && attached.get(original)) ?? originals.inArchive(group)?.customerId ?? found.problem;
  }
  if (found.problem.code === 'match/ambiguous' || !options.createUnknown || !isNamed(first.read.buyer))
    return { ...found.problem, severity: 'error' };
  if (found.problem.severity === 'warning') first.read.problems.push(found.problem);
  const { customerId, problem } = buyers.create(first.read.buyer, lines[first.row] ?? 0, first.read.date?.slice(0, 10));
  first.read.problems.push(problem);
  return customerId;
}

interface OrderContext {
  originals: Originals;
  catalogues: Catalogues;
  options: PlanOptions;
  lines: readonly number[];
}

function makeOrder(group: OrderGroup, customerId: CustomerId, context: OrderContext): OrderAfter {
  const { originals, catalogues, options, lines } = context;
  const first = group.rows[0]?.read;
  const orderLines = group.rows.map(({ row, read }): OrderLine => {
    const productId = catalogues.productId(read, lines[row] ?? 0);
    return {
      ...(productId !== undefined && { productId }),
      text: read.product,
      qtyMilli: read.qtyMilli,
      ...(read.unitPriceFen !== undefined && { unitPriceFen: read.unitPriceFen }),
      amountFen: read.amountFen,
    };
  });
  const pick = <T>(value: (read: OrderRow) => T | undefined): T | undefined =>
    group.rows.map(({ read }) => value(read)).find((found) => found !== undefined && found !== '');
  const discountFen = group.rows.reduce((sum, { read }) => sum + read.discountFen, 0);
  const notes = [...new Set(group.rows.map(({ read }) => read.note).filter((note) => note !== ''))];
  const refNo = pick((read) => read.refNo);
  const refOrderId = originals.idOf(group);
  if (refNo && refOrderId === undefined) {
    group.rows[0]?.read.problems.push({
      code: 'order/original-unknown',
      severity: 'warning',
      values: { value: refNo },
    });
    if (!notes.some((note) => note.includes(refNo))) notes.push(refNo);
  }
  const channel = pick((read) => read.channel);
  const paidFen = pick((read) => read.paidFen);
  return {
    id: group.id,
    no: first?.no ?? '',
    customerId,
    date: pick((read) => read.date) ?? '',
    type: first?.type ?? 'sale',
    ...(refOrderId !== undefined && { refOrderId }),
    ...(channel !== undefined && { channel }),
    lines: orderLines,
    discountFen,
    totalFen: orderLines.reduce((sum, line) => sum + line.amountFen, 0) - discountFen,
    ...(paidFen !== undefined && { paidFen }),
    ...(notes.length > 0 && { note: notes.join('\n').slice(0, 5000) }),
    origin: { kind: 'import', batchId: options.batchId, row: lines[group.rows[0]?.row ?? 0] ?? 0 },
  };
}

async function knownKeys(keys: readonly string[], lookup: ArchiveLookup): Promise<Set<string>> {
  const known = new Set<string>();
  for (let start = 0; start < keys.length; start += keysAtOnce) {
    const slice = keys.slice(start, start + keysAtOnce);
    const found = await lookup.existing(slice);
    slice.forEach((key, index) => {
      if (found[index]) known.add(key);
    });
  }
  return known;
}

/** A numbered order is known by its number, whoever the customer is taken for now. */
async function importedBefore(groups: readonly OrderGroup[], lookup: ArchiveLookup): Promise<Set<OrderGroup>> {
  const keys = new Map<OrderGroup, string>();
  for (const group of groups) {
    const first = group.rows[0]?.read;
    if (!first || compactText(first.no) === '') continue;
    keys.set(
      group,
      orderKey({ no: first.no, type: first.type, customerId: '' as CustomerId, date: '', totalFen: 0, lines: [] }),
    );
  }
  const known = await knownKeys([...keys.values()], lookup);
  return new Set([...keys].filter(([, key]) => known.has(key)).map(([group]) => group));
}

function decideGroup(
  group: OrderGroup,
  draft: OrderAfter,
  exists: boolean,
  ledger: RowLedger,
  edits: ImportEdit[],
): void {
  const field = exists ? undefined : refusedField('order', draft);
  if (field !== undefined) {
    failGroup(ledger, group, {
      code: 'row/invalid',
      severity: 'error',
      values: { field },
    });
    return;
  }
  for (const { row, read } of group.rows) {
    if (exists) ledger.decide(row, 'skipped', read.problems, { reason: 'exists' });
    else ledger.decide(row, 'created', read.problems, { recordId: draft.id });
  }
  if (!exists) edits.push({ table: 'order', id: draft.id, after: draft });
}
