import { customIdOf, customKey } from '#shared/filter/fields.ts';
import { isGapField, type GapKey } from '#shared/gaps/gap-fields.ts';

/** What is asked for by a fact of the card, the fact itself first. */
export function keysOfFact(factKey: string): readonly GapKey[] {
  if (factKey === 'addresses') return ['addresses', 'region'];
  // The card has no place for either of both, a code or a contact person, but that of the code.
  if (factKey === 'uscc') return ['identity'];
  if (isGapField(factKey)) return [factKey];
  const fieldId = customIdOf(factKey);
  return fieldId === null ? [] : [customKey(fieldId)];
}
