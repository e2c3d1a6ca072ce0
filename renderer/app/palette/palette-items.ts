import type { CustomerRow } from '../../engine/api.ts';
import type { Command } from './commands.ts';
import { selectCommands } from './match-command.ts';

export type PaletteItem =
  | { id: string; type: 'command'; command: Command }
  | { id: string; type: 'customer'; customer: CustomerRow }
  | { id: string; type: 'new'; name: string };

export interface PaletteGroup {
  id: 'customers' | 'do' | 'go' | 'nothing';
  items: readonly PaletteItem[];
}

/** Without a text only the first few actions are offered: they are in the order of their use. */
const actionsAtRest = 5;

/**
 * What the palette lists: an exactly named command first, then customers, then what may be done and where one may go;
 * the last offer is a new customer of the name that was typed.
 */
export function arrangeItems(
  commands: readonly Command[],
  { typed, customers }: { typed: string; customers: readonly CustomerRow[] },
): PaletteGroup[] {
  const matching = selectCommands(commands, typed);
  const commandItems = (group: Command['group']): PaletteItem[] =>
    matching
      .filter((command) => command.group === group)
      .slice(0, typed === '' && group === 'do' ? actionsAtRest : undefined)
      .map((command) => ({ id: command.id, type: 'command', command }));
  const people: PaletteGroup = {
    id: 'customers',
    items: customers.map((customer) => ({ id: customer.id, type: 'customer', customer })),
  };
  const actions: PaletteGroup = { id: 'do', items: commandItems('do') };
  const places: PaletteGroup = { id: 'go', items: commandItems('go') };
  const named = matching[0];
  const isNamed = typed !== '' && named?.words.some((word) => word.toLowerCase() === typed.toLowerCase()) === true;
  const groups = !isNamed
    ? [people, actions, places]
    : named.group === 'do'
      ? [actions, places, people]
      : [places, people, actions];
  const shown = groups.filter((group) => group.items.length > 0);
  if (typed !== '' && customers.length === 0) {
    shown.push({ id: 'nothing', items: [{ id: 'new', type: 'new', name: typed }] });
  }
  return shown;
}
