import type { ListView } from '#shared/domain/list-view/list-view.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { builtInViews } from '../../features/customers/views/built-in-views.ts';
import { navigate } from '../../state/navigation.ts';
import type { Command } from './commands.ts';

/** The lists of customers by their names: those that every archive has, and those of one's own. */
export function listCommandsOfViews(
  views: readonly Pick<ListView, 'id' | 'name'>[],
  spell: (name: string) => readonly string[],
  t: Translate,
): Command[] {
  const command = (id: string, label: string, words: readonly string[]): Command => ({
    id: `list ${id}`,
    group: 'lists',
    label,
    // They may begin as customers are called.
    names: [],
    words: words.flatMap((word) => [word, ...spell(word)]),
    run: () => {
      navigate({ screen: 'customers', view: id });
    },
  });
  return [
    ...views.map(({ id, name }) => command(id, name, [name])),
    ...builtInViews.map(({ id, label }) => command(id, t(label), messages[label])),
  ];
}
