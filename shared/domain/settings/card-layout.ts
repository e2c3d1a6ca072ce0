import * as z from 'zod';
import type { CustomerKind } from '../customer/customer.ts';
import { text } from '../record.ts';

/** The parts of a card below its head, in the order in which they stand when nobody moved them. */
export const cardSections = ['facts', 'composer', 'followUps', 'contacts', 'relations', 'files', 'timeline'] as const;
export type CardSection = (typeof cardSections)[number];

/** Those without which a card would be none stay. */
export const foldableSections: readonly CardSection[] = ['followUps', 'contacts', 'relations', 'files'];

/** `always`: also when it is empty; `known`: when there is one; `aside`: only among all facts. */
export const factDisplays = ['always', 'known', 'aside'] as const;
export type FactDisplay = (typeof factDisplays)[number];

const factKey = text(80).min(1);

/** How the cards of one kind of customers lie. What is not said is as it is at first. */
export const cardLayoutSchema = z.strictObject({
  sections: z.array(z.enum(cardSections)).max(cardSections.length).optional(),
  /** At the end of the card, until somebody asks for them. */
  folded: z.array(z.enum(cardSections)).max(cardSections.length).optional(),
  facts: z.array(factKey).max(200).optional(),
  display: z.record(factKey, z.enum(factDisplays)).optional(),
});
export type CardLayout = z.infer<typeof cardLayoutSchema>;

export const cardLayoutsSchema = z.strictObject({
  person: cardLayoutSchema.optional(),
  company: cardLayoutSchema.optional(),
  partner: cardLayoutSchema.optional(),
} satisfies Record<CustomerKind, z.ZodType>);
export type CardLayouts = z.infer<typeof cardLayoutsSchema>;

export const emptyCardLayout: CardLayout = {};

/** In the order that was said; what nobody spoke of comes behind what stands before it by nature. */
export function inOrder<Id extends string>(natural: readonly Id[], said: readonly string[] = []): Id[] {
  const ordered = said.flatMap((id) => natural.filter((each) => each === id));
  natural.forEach((id, at) => {
    if (ordered.includes(id)) return;
    const before = natural.slice(0, at).findLast((each) => ordered.includes(each));
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, id);
  });
  return ordered;
}

/** One place up (`-1`) or down; the same order at its ends. */
export function moved<Id extends string>(order: readonly Id[], id: Id, by: -1 | 1): Id[] {
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  return order.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** Every part of the card in the order that was chosen, those that came with a later version at their usual place. */
export function sectionsOf({ sections, folded = [] }: CardLayout): { shown: CardSection[]; folded: CardSection[] } {
  const order = inOrder(cardSections, sections);
  const isFolded = (section: CardSection) => foldableSections.includes(section) && folded.includes(section);
  return { shown: order.filter((section) => !isFolded(section)), folded: order.filter(isFolded) };
}

/** How a fact is shown where nobody said otherwise, and as somebody did. */
export function displayOf(
  { display = {} }: CardLayout,
  { key, isPrimary, isAside }: { key: string; isPrimary?: boolean; isAside?: boolean },
): FactDisplay {
  return display[key] ?? (isPrimary === true ? 'always' : isAside === true ? 'aside' : 'known');
}
