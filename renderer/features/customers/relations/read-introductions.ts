import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { IntroducedRow } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';

/** More cannot be looked through; they come in the order of what they brought. */
const mostBelow = 200;
/** Steps up from a customer: further ones would be indented out of the window, and each is asked for. */
const mostAbove = 20;

interface Standing extends IntroducedRow {
  /** 1 for the outermost. */
  level: number;
}

interface Outline {
  rows: Standing[];
  open: ReadonlySet<string>;
  /** Introducers further up, and people below, who are not shown. */
  above: number;
  hidden: number;
}

/**
 * Who introduced whom, as far as it is open now, from top to bottom: the tree that a customer stands in, or all of them for
 * `null`. `turned` are those that are not open, or closed, as they are at first.
 */
export async function readIntroductions(
  engine: Pick<Engine, 'introduced' | 'introducers'>,
  customerId: CustomerId | null,
  turned: ReadonlySet<string>,
): Promise<Outline> {
  const introducers = customerId === null ? [] : await engine.introducers(customerId);
  const shown = introducers.slice(0, mostAbove);
  const open = new Set([...shown.map(({ id }) => id as string), ...(customerId === null ? [] : [customerId])]);
  for (const id of turned) if (!open.delete(id)) open.add(id);
  /** For each introducer the one further down on the way to the customer. */
  const onTheWay = new Map(shown.map(({ id }, at) => [id, at === 0 ? customerId : shown[at - 1]?.id]));
  const rows: Standing[] = [];
  let hidden = 0;
  const unfold = async (row: IntroducedRow, level: number): Promise<void> => {
    rows.push({ ...row, level });
    if (!open.has(row.id)) return;
    const { rows: most, total } = await engine.introduced(row.id, mostBelow);
    const next = onTheWay.get(row.id);
    // Whoever brought little among very many would not stand in their own tree.
    const isLeftOut = next && most.length < total && !most.some(({ id }) => id === next);
    const { of = null } = isLeftOut ? await engine.introduced(next, 0) : {};
    const below = of ? [...most, of] : most;
    hidden += total - below.length;
    for (const each of below) await unfold(each, level + 1);
  };
  if (customerId === null) {
    const top = await engine.introduced(null, mostBelow);
    hidden += top.total - top.rows.length;
    for (const row of top.rows) await unfold(row, 1);
  } else {
    const { of } = await engine.introduced(shown.at(-1)?.id ?? customerId, 0);
    if (of) await unfold(of, 1);
  }
  return { rows, open, above: introducers.length - shown.length, hidden };
}
