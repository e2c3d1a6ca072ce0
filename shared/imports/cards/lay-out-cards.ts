import { fieldsOf, type Field, type ImportKind, type Target } from '../fields.ts';
import { layOut, type Layout } from '../find-header.ts';

/** What the columns of a card are where it is one of a company's people. */
const ofPeople: Readonly<Partial<Record<Target, Field>>> = {
  name: 'contactName',
  organization: 'customerName',
  title: 'contactTitle',
};

/** Cards as customers, or as the contact persons of the companies that they name. */
export function layOutCards(
  rows: readonly (readonly string[])[],
  kind: ImportKind,
  ownLabels: readonly string[],
): Layout {
  const layout = layOut(rows, 0, 'customers', ownLabels);
  if (kind !== 'contacts') return layout;
  const known: ReadonlySet<Target> = new Set(fieldsOf.contacts);
  const targets = layout.targets.map((target): Target => ofPeople[target] ?? (known.has(target) ? target : 'ignore'));
  return { ...layout, kind, targets };
}
