import { describe, expect, it } from 'vitest';
import { describeKeys } from '../../../renderer/ui/keys/shortcuts.ts';

function press(key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: '' };
  return { ...none, key, ...held } as KeyboardEvent;
}

describe('describeKeys', () => {
  it('calls Ctrl Mod on this keyboard and ⌘ Mod on a Mac', () => {
    expect(describeKeys(press('k', { ctrlKey: true }), false)).toBe('Mod+K');
    expect(describeKeys(press('k', { metaKey: true }), true)).toBe('Mod+K');
    expect(describeKeys(press('k', { ctrlKey: true }), true)).toBe('K');
  });

  it('names Shift with letters but not with signs, which need it anyway', () => {
    expect(describeKeys(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+Z');
    expect(describeKeys(press('?', { shiftKey: true }), false)).toBe('?');
  });

  it('reads the digit under Alt even where Alt types a sign', () => {
    expect(describeKeys(press('¡', { altKey: true, code: 'Digit1' }), true)).toBe('Alt+1');
  });

  it('shortens arrows and names the space bar', () => {
    expect(describeKeys(press('ArrowLeft', { altKey: true }), false)).toBe('Alt+Left');
    expect(describeKeys(press(' '), false)).toBe('Space');
  });
});
