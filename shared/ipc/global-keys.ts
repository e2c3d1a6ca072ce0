import * as z from 'zod';

/** In the order in which Electron's documentation writes them. */
const modifiers = ['Control', 'Alt', 'Shift', 'Super'] as const;
const namedKeys = ['Space', 'Insert', 'Home', 'End', 'PageUp', 'PageDown', 'Up', 'Down', 'Left', 'Right'] as const;
const functionKey = /^F([1-9]|1\d|2[0-4])$/;

/** Ends a program wherever it is pressed. */
const closesPrograms = 'Alt+F4';

function isKey(key: string): boolean {
  return /^[A-Z\d]$/.test(key) || functionKey.test(key) || (namedKeys as readonly string[]).includes(key);
}

/**
 * Whether a combination may be taken from all other programs: two of Ctrl, Alt, Shift and ⊞/⌘ with a key, as nothing common
 * needs them, or one with a function key.
 */
export function isFreeEnough(keys: string): boolean {
  const parts = keys.split('+');
  const held = parts.slice(0, -1);
  return held.length >= (functionKey.test(parts.at(-1) ?? '') ? 1 : 2) && keys !== closesPrograms;
}

function isCombination(keys: string): boolean {
  const parts = keys.split('+');
  const held = parts.slice(0, -1);
  const ordered = modifiers.filter((modifier) => held.includes(modifier));
  return held.join('+') === ordered.join('+') && isKey(parts.at(-1) ?? '');
}

/** A combination that the system hands to Kebu wherever the user is, as Electron writes it: `Control+Alt+N`. */
export const globalKeysSchema = z.string().max(40).refine(isCombination).refine(isFreeEnough);

export const globalKeysStates = ['unavailable', 'off', 'held', 'taken'] as const;
export type GlobalKeysState = (typeof globalKeysStates)[number];

/** What a browser tells of a key that was pressed. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** The combination that was pressed, free enough or not; `null` for a modifier alone and for keys that make none. */
export function combinationOf(pressed: PressedKey): string | null {
  const key = keyOf(pressed);
  if (key === null) return null;
  const { ctrlKey, altKey, shiftKey, metaKey } = pressed;
  const isHeld = { Control: ctrlKey, Alt: altKey, Shift: shiftKey, Super: metaKey };
  return [...modifiers.filter((modifier) => isHeld[modifier]), key].join('+');
}

function keyOf({ key, code }: PressedKey): string | null {
  if (/^[a-z\d]$/i.test(key)) return key.toUpperCase();
  // With Alt or Shift a letter or digit may type a sign; the key's own name is meant then.
  const plain = /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1];
  if (plain !== undefined) return plain;
  const named = key === ' ' ? 'Space' : key.replace(/^Arrow/, '');
  return isKey(named) ? named : null;
}
