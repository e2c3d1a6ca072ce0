import type { Interaction } from '../domain/interaction/interaction.ts';
import type { Order } from '../domain/order/order.ts';
import { compactText } from './text.ts';

/** Two independent 53-bit hashes (cyrb53, public domain): short enough for a million keys in memory, too long to collide. */
function shorten(text: string): string {
  return hash53(text, 0).toString(36) + hash53(text, 0x9e3779b9).toString(36);
}

function hash53(text: string, seed: number): number {
  let low = 0xdeadbeef ^ seed;
  let high = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}

/**
 * By what an order is recognised when its file is imported again: number and type, because shops book the refund under
 * the number of the sale; without a number, the customer, day, amount and lines.
 */
export function orderKey(order: Pick<Order, 'no' | 'customerId' | 'date' | 'type' | 'totalFen' | 'lines'>): string {
  const no = compactText(order.no);
  if (no !== '') return shorten(`no:${no}:${order.type}`);
  const lines = order.lines.map((line) => `${compactText(line.text)}*${line.qtyMilli}=${line.amountFen}`).sort();
  return shorten(['row', order.customerId, order.date, order.type, order.totalFen, ...lines].join('|'));
}

/** By what a contact is recognised when its file is imported again: customer, time, channel, direction and words. */
export function interactionKey(
  interaction: Pick<Interaction, 'customerId' | 'at' | 'channel' | 'direction' | 'text'>,
): string {
  const { customerId, at, channel, direction, text } = interaction;
  return shorten([customerId, at, channel, direction, compactText(text)].join('|'));
}
