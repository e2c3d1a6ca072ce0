import type { OrderFacts } from './order.ts';

/** An opening sale has no goods, and what gives back or adjusts belongs to something that was. */
export function isRepeatable({ type, opening }: OrderFacts): boolean {
  return opening === undefined && (type === 'sale' || type === 'gift' || type === 'void');
}

export function isReturnable({ type, opening, totalFen }: OrderFacts): boolean {
  return opening === undefined && type === 'sale' && totalFen > 0;
}
