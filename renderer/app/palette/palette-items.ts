import type { Completion } from '#shared/filter/read-search.ts';
import type { CustomerRow } from '../../engine/api.ts';
import type { Command } from './commands.ts';
import { isNamed, scoreCommand, selectCommands } from './match-command.ts';

export type PaletteItem =
  | { id: string; type: 'command'; command: Command }
  | { id: string; type: 'customer'; customer: CustomerRow }
  | { id: string; type: 'all'; typed: string; total: number }
  | { id: string; type: 'completion'; completion: Completion }
  | { id: string; type: 'new'; name: string };

/** Where customers were found who do not bear the name themselves. */
const elsewhere = {
  contact: 'people',
  interaction: 'entries',
  followUp: 'entries',
  note: 'entries',
  order: 'orders',
  attachment: 'files',
} as const;

export interface PaletteGroup {
  id: 'recent' | 'customers' | (typeof elsewhere)[keyof typeof elsewhere] | 'complete' | Command['group'] | 'nothing';
  items: readonly PaletteItem[];
}

/** The answer to a text, and what is needed to know whom it is about. */
export interface PaletteAnswer {
  typed: string;
  /** The first of those who were found; without a text those who were opened last. */
  customers: readonly CustomerRow[];
  total: number;
  /** Something of it is an operator (`地区:杭州`), and no name. */
  hasOperator: boolean;
  completions: readonly Completion[];
}

/** Without a text only the first few are offered: actions are in the order of their use, and the screens come before their parts. */
const mostAtRest: Readonly<Record<Command['group'], number>> = { do: 5, go: 7, lists: 0 };
const mostCustomers = 7;
const mostElsewhere = 4;
const mostCompletions = 4;

/**
 * What the palette lists. Without a text: who was opened last, and what is done most. Else, by these rules:
 *
 * - customers come first: by themselves, then by their contact persons, orders, entries and files;
 * - but a command comes before them whose name (`立即备份`, `Back up now`) is what was typed or begins with it as a word, and one of
 *   which it is the whole initials or pinyin (`bf`) where nobody is called so;
 * - a command that begins with what was typed, by its name or pinyin, comes before how an operator may go on, any other behind it;
 * - what may be done comes before where one may go, and that before lists and everybody who was found as one;
 * - the last offer is a new customer of the name that was typed, where nobody was found.
 */
export function arrangeItems(
  commands: readonly Command[],
  { typed, customers, total, hasOperator, completions }: PaletteAnswer,
): PaletteGroup[] {
  const matching = selectCommands(commands, typed);
  const commandItems = (group: Command['group']): PaletteItem[] =>
    matching
      .filter((command) => command.group === group)
      .slice(0, typed === '' ? mostAtRest[group] : undefined)
      .map((command) => ({ id: command.id, type: 'command', command }));
  const recent: PaletteGroup = { id: 'recent', items: typed === '' ? customers.map(itemOf) : [] };
  const byPlace = Map.groupBy(typed === '' ? [] : customers, ({ match }) => placeOf(match?.field));
  const found = (['customers', 'people', 'orders', 'entries', 'files'] as const).map((id): PaletteGroup => {
    const own = (byPlace.get(id) ?? []).slice(0, id === 'customers' ? mostCustomers : mostElsewhere);
    return { id, items: own.map(itemOf) };
  });
  const complete: PaletteGroup = {
    id: 'complete',
    items: completions
      .slice(0, mostCompletions)
      .map((completion) => ({ id: `complete ${completion.word}`, type: 'completion', completion })),
  };
  const all: PaletteItem[] = total > 0 ? [{ id: 'all', type: 'all', typed, total }] : [];
  const actions: PaletteGroup = { id: 'do', items: commandItems('do') };
  const places: PaletteGroup = { id: 'go', items: commandItems('go') };
  const lists: PaletteGroup = { id: 'lists', items: [...commandItems('lists'), ...all] };
  const named = matching[0];
  const isFirst =
    named !== undefined &&
    (isNamed(named, typed) ||
      (scoreCommand(named, typed) === 3 && !customers.some(({ match }) => isOwnName(match?.field))));
  const isBegun = named !== undefined && scoreCommand(named, typed) > 1;
  const groups = !isFirst
    ? [recent, ...found, ...(isBegun ? [actions, places, complete] : [complete, actions, places]), lists]
    : {
        do: [actions, places, lists, ...found, complete],
        go: [places, lists, ...found, actions, complete],
        lists: [lists, ...found, complete],
      }[named.group];
  const shown = groups.filter((group) => group.items.length > 0);
  if (typed !== '' && total === 0 && !hasOperator) {
    shown.push({ id: 'nothing', items: [{ id: 'new', type: 'new', name: typed }] });
  }
  return shown;
}

function itemOf(customer: CustomerRow): PaletteItem {
  return { id: customer.id, type: 'customer', customer };
}

function isOwnName(field: string | undefined): boolean {
  return field === undefined || field === 'name' || field === 'aliases';
}

function placeOf(field: string | undefined): 'customers' | (typeof elsewhere)[keyof typeof elsewhere] {
  return field !== undefined && Object.hasOwn(elsewhere, field)
    ? elsewhere[field as keyof typeof elsewhere]
    : 'customers';
}
