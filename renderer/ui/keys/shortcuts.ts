import { isComposing, isTyping } from '../theme/keyboard.ts';

/** `Mod` is ⌘ on a Mac and Ctrl elsewhere; letters are written large: `L`, `Mod+Shift+Z`, `?`, `Alt+1`, `F9`. */
export interface Shortcut {
  keys: string;
  label: string;
  /** `null` where it is only listed: what has the focus answers to the key itself. */
  run: (() => void) | null;
  /** Works while text is being typed. Shortcuts with Ctrl, ⌘ or a function key that mean nothing in a text. */
  worksWhileTyping?: boolean;
  /** Works while a dialog is open. */
  worksInDialogs?: boolean;
  /** Left out of the list of shortcuts, such as a second key for the same thing. */
  isUnlisted?: boolean;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}

let groups: readonly ShortcutGroup[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly ShortcutGroup[]): void {
  groups = next;
  for (const listener of listeners) listener();
}

/** Adds a group; the newest group is asked first. Returns what removes it. */
export function addShortcuts(group: ShortcutGroup): () => void {
  publish([...groups, group]);
  return () => {
    publish(groups.filter((other) => other !== group));
  };
}

export function readShortcuts(): readonly ShortcutGroup[] {
  return groups;
}

export function subscribeShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** What was pressed, written as in `Shortcut.keys`. */
export function describeKeys(event: KeyboardEvent, isMac: boolean): string {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const letter = event.key.length === 1 ? event.key.toUpperCase() : event.key.replace('Arrow', '');
  const isSign = event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase();
  // Alt with a letter or digit types a sign on a Mac; the key's own name is meant.
  const key = event.altKey && /^(Key|Digit)/.test(event.code) ? event.code.replace(/^(Key|Digit)/, '') : letter;
  return [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && !isSign && 'Shift', key === ' ' ? 'Space' : key]
    .filter(Boolean)
    .join('+');
}

/** Runs the shortcut that was pressed, if it is one and this is a place for it. */
export function handleShortcut(event: KeyboardEvent, isMac: boolean): void {
  if (event.defaultPrevented || isComposing(event)) return;
  const pressed = describeKeys(event, isMac);
  const typing = isTyping(event.target);
  const isIn = (places: string) => event.target instanceof Element && event.target.closest(places) !== null;
  // In a menu or a list of choices letters go to what begins with them.
  const inDialog = isIn('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]');
  // Pressing a button is the button's own.
  if (pressed === 'Enter' && isIn('button, a, [role=button], summary')) return;
  for (const group of groups.toReversed()) {
    const shortcut = group.shortcuts.find(
      ({ keys, run, worksWhileTyping = false, worksInDialogs = false }) =>
        run !== null && keys === pressed && (!typing || worksWhileTyping) && (!inDialog || worksInDialogs),
    );
    if (shortcut) {
      event.preventDefault();
      shortcut.run?.();
      return;
    }
  }
}
