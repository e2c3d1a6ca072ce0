import { uuidv7 } from 'uuidv7';

/** A new id: unique anywhere, and in the order of time. */
export function newId(): string {
  return uuidv7();
}
