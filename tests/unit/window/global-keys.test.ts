import { describe, expect, it } from 'vitest';
import { combinationOf, globalKeysSchema, isFreeEnough, type PressedKey } from '#shared/ipc/global-keys.ts';

function press(key: string, code: string, held: Partial<PressedKey> = {}): string | null {
  return combinationOf({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held });
}

describe('a combination that reaches Kebu from any program', () => {
  it.each([
    ['n', 'KeyN', { ctrlKey: true, altKey: true }, 'Control+Alt+N'],
    ['˜', 'KeyN', { altKey: true, metaKey: true }, 'Alt+Super+N'],
    ['!', 'Digit1', { ctrlKey: true, shiftKey: true }, 'Control+Shift+1'],
    [' ', 'Space', { ctrlKey: true, altKey: true }, 'Control+Alt+Space'],
    ['F7', 'F7', { ctrlKey: true }, 'Control+F7'],
    ['ArrowUp', 'ArrowUp', { altKey: true, shiftKey: true }, 'Alt+Shift+Up'],
    // Where the letter lies elsewhere, the letter counts.
    ['a', 'KeyQ', { ctrlKey: true, altKey: true }, 'Control+Alt+A'],
  ] as const)('is read from %s (%s) with %j', (key, code, held, expected) => {
    expect(press(key, code, held)).toBe(expected);
    expect(globalKeysSchema.parse(expected)).toBe(expected);
  });

  it.each([
    ['Control', 'ControlLeft', { ctrlKey: true }],
    ['Shift', 'ShiftLeft', { shiftKey: true }],
    ['Dead', 'Quote', { altKey: true, ctrlKey: true }],
    ['Escape', 'Escape', { ctrlKey: true, altKey: true }],
    ['Delete', 'Delete', { ctrlKey: true, altKey: true }],
  ] as const)('is not made by %s', (key, code, held) => {
    expect(press(key, code, held)).toBeNull();
  });

  it.each(['N', 'Shift+N', 'Control+C', 'Alt+4', 'Super+L', 'F5', 'Alt+F4'])(
    'is not %s, which programs need',
    (keys) => {
      expect(isFreeEnough(keys)).toBe(false);
      expect(globalKeysSchema.safeParse(keys).success).toBe(false);
    },
  );

  it.each([
    '',
    'Control+Alt',
    'Alt+Control+N',
    'Control+Control+N',
    'Control+Alt+n',
    'Control+Alt+Plus',
    'Ctrl+Alt+N',
    'Control+Alt+F25',
  ])('is not “%s”, which says none', (keys) => {
    expect(globalKeysSchema.safeParse(keys).success).toBe(false);
  });
});
