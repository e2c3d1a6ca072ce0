import type { Slots } from './slots.ts';

/** Where the keyboard is in a grouped list; a row of -1 when it is nowhere yet. */
export type GroupPlace = { row: number } | { group: number };

/** What a key does on the heading of a group or next to one. */
export type GroupStep = GroupPlace | { fold: number };

/**
 * The keys of a tree grid (ARIA authoring practices): up and down stop at headings too, left goes from a row to its heading
 * and folds the group there, right unfolds it and goes on to its first row, Enter and Space do the one or the other. J and K go
 * from customer to customer. `null` leaves the key to the list.
 */
export function selectGroupStep(key: string, place: GroupPlace, slots: Slots): GroupStep | null {
  if ('row' in place) return fromRow(key, place.row, slots);
  const { group } = place;
  const slot = slots.slotOfGroup(group);
  const isFolded = slots.isFolded(group);
  switch (key) {
    case 'ArrowLeft':
      return isFolded ? place : { fold: group };
    case 'ArrowRight':
      return isFolded ? { fold: group } : stepTo(slot + 1, slots, place);
    case 'Enter':
    case ' ':
      return { fold: group };
    case 'ArrowDown':
      return stepTo(slot + 1, slots, place);
    case 'ArrowUp':
      return stepTo(slot - 1, slots, place);
    case 'j':
    case 'k':
      return nextRow(slot, key === 'j' ? 1 : -1, slots) ?? place;
    default:
      return null;
  }
}

function fromRow(key: string, row: number, slots: Slots): GroupStep | null {
  const slot = row < 0 ? -1 : slots.slotOf(row);
  if (key === 'ArrowLeft') return row < 0 ? null : { group: slots.groupOf(row) };
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const next = slot + (key === 'ArrowDown' ? 1 : -1);
  const content = next < 0 || next >= slots.count ? null : slots.at(next);
  return content !== null && 'group' in content ? content : null;
}

function stepTo(slot: number, slots: Slots, otherwise: GroupPlace): GroupPlace {
  return slot < 0 || slot >= slots.count ? otherwise : slots.at(slot);
}

function nextRow(slot: number, by: 1 | -1, slots: Slots): GroupPlace | null {
  for (let at = slot + by; at >= 0 && at < slots.count; at += by) {
    const content = slots.at(at);
    if ('row' in content) return content;
  }
  return null;
}
