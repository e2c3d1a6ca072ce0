import { useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { ListView } from '#shared/domain/list-view/list-view.ts';
import { completeSearch, readSearch } from '#shared/filter/read-search.ts';
import type { Engine } from '../../engine/client-types.ts';
import { useEngine } from '../../engine/client/engine-context.tsx';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useCompletionChoices, useOwnOperators, useSpelling } from '../../features/customers/filter/search-choices.ts';
import { useListState } from '../../features/customers/list-state.ts';
import { localToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { useCurrency } from '../../state/currency.ts';
import { navigate, useNavigation } from '../../state/navigation.ts';
import { useRecentCustomers } from '../../state/recent-customers.ts';
import { listCommands } from './commands.ts';
import { listCommandsOfViews } from './list-commands.ts';
import { PaletteBox } from './palette-box.tsx';
import styles from './palette.module.css';
import { arrangeItems, type PaletteAnswer } from './palette-items.ts';

/** Enough that people found by an order or an entry are among them. */
const customerLimit = 20;

const mostRecent = 5;

const slot = 'palette';
const noViews: readonly ListView[] = [];

type Found = Omit<PaletteAnswer, 'completions'>;
const nobody: Found = { typed: '', customers: [], total: 0, hasOperator: false };

/** Those whose cards were opened last, without the one that is open. */
function useRecentIds(): readonly CustomerId[] {
  const ids = useRecentCustomers((state) => state.ids);
  const openId = useListState((state) => state.openId);
  const isListShown = useNavigation(({ target }) => target.screen === 'customers');
  return ids.filter((id) => !isListShown || id !== openId).slice(0, mostRecent);
}

export interface PaletteProps {
  /** Gives what was typed before the box was there. */
  takeTyped: () => string;
  onClose: () => void;
  onShowShortcuts: () => void;
}

/** One box to go, find and do. */
export function Palette({ takeTyped, onClose, onShowShortcuts }: PaletteProps) {
  const t = useT();
  const engine = useEngine();
  const [text, setText] = useState(takeTyped);
  const language = useLanguage();
  const choicesOf = useCompletionChoices(text);
  const ownOperators = useOwnOperators();
  const currency = useCurrency();
  const spell = useSpelling();
  const { data: views = noViews } = useEngineQuery('views', (archive) => archive.catalogue('listView'));
  const commands = useMemo(
    () => [...listCommands(engine, t, onShowShortcuts), ...listCommandsOfViews(views, spell, t)],
    [engine, t, onShowShortcuts, views, spell],
  );
  const typed = text.trim();
  const { text: sought, conditions } = readSearch(typed, choicesOf, currency, ownOperators, localToday());
  const isAsked = sought !== '' || conditions.length > 0;
  const recentIds = useRecentIds();
  const ask = async (archive: Engine): Promise<Found> => {
    if (typed === '') return { ...nobody, customers: await archive.rowsOf([...recentIds]) };
    const hasOperator = conditions.length > 0 || sought === '';
    if (!isAsked) return { ...nobody, typed, hasOperator };
    const filter = { join: 'and' as const, parts: conditions };
    const query = { text: sought, filter, sort: [{ column: 'relevance' as const, descending: false }] };
    const { window, total } = await archive.query(slot, query, { from: 0, to: customerLimit });
    return { typed, customers: window?.rows ?? [], total, hasOperator };
  };
  const found = useEngineQuery(`${slot}:${typed}:${JSON.stringify(typed === '' ? recentIds : conditions)}`, ask, {
    keepsPrevious: true,
    passing: { slot },
  });
  // Commands wait the few milliseconds for the customers, so that nothing moves under the finger after it appeared.
  const shown = found.error ? { ...nobody, typed } : found.data;
  const isCurrent = shown?.typed === typed;
  const completions = isCurrent ? completeSearch(text, language, choicesOf, ownOperators) : [];
  const groups = shown ? arrangeItems(commands, { ...shown, completions }) : [];
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={styles.veil ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={t('palette.title')} className={styles.dialog ?? ''}>
          <PaletteBox
            text={text}
            onChange={setText}
            groups={groups}
            isCurrent={isCurrent}
            completion={completions[0]?.line}
            onChoose={(item) => {
              if (item.type === 'completion') {
                setText(item.completion.line);
                return;
              }
              onClose();
              if (item.type === 'command') item.command.run();
              else if (item.type === 'customer') {
                const { id, match } = item.customer;
                navigate({ screen: 'customers', customerId: id, entryId: match?.entryId });
              } else if (item.type === 'all') navigate({ screen: 'customers', search: item.typed });
              else navigate({ screen: 'customers', intent: 'new', text: item.name });
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
