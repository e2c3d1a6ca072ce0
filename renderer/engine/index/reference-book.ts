import { findReference, referenceProblems } from '#shared/custom-fields/references.ts';
import type { ReferenceBook } from '#shared/facts/typed.ts';
import type { CustomerIndex } from './customer-index.ts';

/** Who is meant by a text that was typed or pasted into a field that means customers; the id of a customer means that one. */
export function referenceBook(index: CustomerIndex): ReferenceBook {
  return {
    find: (text, besides) => {
      const chosen = index.columns.indexOf(text);
      const isChosen = chosen >= 0 && index.columns.isAlive(chosen);
      if (isChosen && text !== besides) return { id: index.columns.idOf(chosen) };
      const found = isChosen
        ? ({ problem: 'self' } as const)
        : findReference(text, (key) => index.matches([key])[0] ?? [], besides);
      return 'problem' in found ? { problem: referenceProblems[found.problem] } : found;
    },
    nameOf: (id) => index.columns.nameOf(id),
  };
}
