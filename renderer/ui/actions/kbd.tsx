import { isApple } from '../theme/keyboard.ts';
import styles from './kbd.module.css';

const names: Record<string, string> = isApple
  ? { Mod: '⌘', Super: '⌘', Control: '⌃', Shift: '⇧', Alt: '⌥', Enter: '↵', Up: '↑', Down: '↓', Left: '←', Right: '→' }
  : { Mod: 'Ctrl', Control: 'Ctrl', Super: '⊞', Enter: '↵', Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** A shortcut such as `Mod+K`, written as the keyboard of this computer says it. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {sayKeys(keys)}
    </kbd>
  );
}

/** The same within a sentence. */
export function sayKeys(keys: string): string {
  const parts = keys.split('+').map((key) => names[key] ?? key);
  return parts.join(isApple ? '' : ' ');
}
