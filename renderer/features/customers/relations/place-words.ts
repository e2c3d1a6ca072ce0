import type { Place } from './place-on-rings.ts';

/** A place with the room that is taken around it. */
export interface Room extends Place {
  width: number;
  height: number;
}

interface Line {
  from: Place;
  to: Place;
  /** Of the word that stands on it. */
  width: number;
  height: number;
}

/** How far along its line a word may stand, the best first. */
const shares = [0.5, 0.56, 0.44, 0.62, 0.38, 0.67, 0.33, 0.72, 0.28] as const;

/** Where the words on lines stand, so that they touch neither each other nor what else is there, where that can be. */
export function placeWords(lines: readonly Line[], taken: readonly Room[]): Place[] {
  const rooms = [...taken];
  return lines.map(({ from, to, width, height }) => {
    const roomAt = (share: number): Room => ({
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
      width,
      height,
    });
    const free = shares.find((share) => !rooms.some((other) => isTouching(roomAt(share), other)));
    const room = roomAt(free ?? shares[0]);
    rooms.push(room);
    return { x: room.x, y: room.y };
  });
}

export function isTouching(a: Room, b: Room): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}
