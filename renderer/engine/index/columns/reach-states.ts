import { stateFields, type StateField } from '#shared/filter/fields.ts';
import { stateOf, statesOf, wayOfStates } from '#shared/reach/states.ts';
import { reachesOf, type Reachable } from '#shared/reach/ways.ts';

const places = stateFields.flatMap((field) => statesOf(wayOfStates[field]).map((state) => placeOf(field, state)));
const bits = new Map(places.map((place, at) => [place, 1 << at]));

function placeOf(field: StateField, state: string): string {
  return `${field} ${state}`;
}

/** The bit of a list that has one in that state. */
export function stateBit(field: StateField, state: string): number {
  return bits.get(placeOf(field, state)) ?? 0;
}

/** In which states the numbers, accounts, mails and addresses of these are. */
export function bitsOfStates(records: readonly Reachable[]): number {
  let found = 0;
  for (const record of records) {
    for (const field of stateFields) {
      for (const reach of reachesOf(wayOfStates[field], record)) found |= stateBit(field, stateOf(reach));
    }
  }
  return found;
}
