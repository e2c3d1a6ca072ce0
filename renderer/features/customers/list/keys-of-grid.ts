import type { MessageKey } from '#shared/i18n/messages.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { Shortcut } from '../../../ui/keys/shortcuts.ts';

const keys: readonly (readonly [keys: string, label: MessageKey])[] = [
  ['Enter', 'shortcuts.openCard'],
  ['Space', 'shortcuts.select'],
  ['Shift+Down', 'shortcuts.extend'],
  ['Mod+A', 'grid.selectAll'],
  ['Right', 'shortcuts.cells'],
  ['Left', 'shortcuts.fold'],
  ['Shift+Right', 'shortcuts.extendCells'],
  ['F2', 'shortcuts.editCell'],
  ['Delete', 'shortcuts.clearCells'],
  ['Shift+F10', 'shortcuts.rowMenu'],
  ['M', 'shortcuts.columnMenu'],
  ['Mod+C', 'bulk.copy'],
  ['Mod+V', 'shortcuts.paste'],
];

/** The keys that the list answers to itself, for the sheet of all keys. */
export function keysOfGrid(t: Translate): Shortcut[] {
  return keys.map(([pressed, label]) => ({ keys: pressed, label: t(label), run: null }));
}
