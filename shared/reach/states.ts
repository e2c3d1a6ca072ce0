import type { StateField } from '../filter/fields.ts';
import { wayRules, type Reach, type Way } from './ways.ts';

/** Of which list a field tells the states. */
export const wayOfStates: Readonly<Record<StateField, Way>> = {
  phoneState: 'phones',
  imState: 'ims',
  emailState: 'emails',
  addressState: 'addresses',
};

/** Nobody said yet whether it works. */
export const unverified = 'unverified';

/** Every state that one of a list can be in. */
export function statesOf(way: Way): readonly string[] {
  return [...wayRules[way].statuses, unverified];
}

/** One that was confirmed once works until somebody says that it does not. */
export function stateOf({ status, verifiedAt }: Reach): string {
  return status ?? (verifiedAt === undefined ? unverified : 'valid');
}
