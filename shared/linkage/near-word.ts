import { editDistance } from '../match/edit-distance.ts';

/** The same but for slips: one in four letters. */
export function isNearWord(a: string, b: string): boolean {
  return a !== '' && slipsWithin(a, b, 0.25);
}

/** Still to be recognised: two in five letters are wrong. */
export function isLikeWord(a: string, b: string): boolean {
  return a !== '' && slipsWithin(a, b, 0.4);
}

function slipsWithin(a: string, b: string, share: number): boolean {
  const most = Math.floor(Math.max(a.length, b.length) * share);
  return Math.abs(a.length - b.length) <= most && editDistance(a, b, most) <= most;
}
