import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerRow } from '../../engine/api.ts';
import { useEngine } from '../../engine/client/engine-context.tsx';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { goBack, openedFrom, useArrival } from '../../state/navigation.ts';
import { rememberOpened } from '../../state/recent-customers.ts';
import { useSession } from '../../state/session.ts';
import { Screen } from '../../ui/layout/screen.tsx';
import { SplitPane } from '../../ui/layout/split-pane.tsx';
import { takeFocus } from '../../ui/keys/take-focus.ts';
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts';
import { QuickAddDialog } from './dialogs.ts';
import { CustomerCard } from './card/customer-card.tsx';
import { seekEntry } from './timeline/sought-entry.ts';
import { useCardsAhead } from './card/use-cards-ahead.ts';
import { AddActions } from './list/add-actions.tsx';
import { CustomerGrid } from './list/customer-grid.tsx';
import { CustomerSearch } from './list/customer-search.tsx';
import { keysOfGrid } from './list/keys-of-grid.ts';
import { ListSummary } from './list/list-summary.tsx';
import { ListToolbar } from './list/list-toolbar.tsx';
import { NobodyListed } from './list/nobody-listed.tsx';
import { SelectionBar } from './list/selection-bar.tsx';
import { useListState } from './list-state.ts';
import { useActiveRow } from './list/use-active-row.ts';
import { useGivingWay } from './list/use-giving-way.ts';
import { useListHandle } from './list/use-list-handle.ts';
import { useListing } from './list/use-listing.ts';
import { useListPaste } from './list/use-list-paste.ts';
import styles from './list/list.module.css';
import { OverListDialog } from './over-list.tsx';
import { useOverList } from './use-over-list.ts';
import { ViewStrip } from './views/view-strip.tsx';

export function CustomersScreen() {
  const t = useT();
  const engine = useEngine();
  const { typed, openId, addCondition, open, select } = useListState(
    useShallow((state) => ({
      typed: state.text,
      openId: state.openId,
      addCondition: state.addCondition,
      open: state.open,
      select: state.select,
    })),
  );
  const selected = useListState((state) => state.selected);
  const [newLine, setNewLine] = useState<string | null>(null);
  /** Whose card the keyboard is to go to. */
  const [wantedCard, setWantedCard] = useState<CustomerId | null>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const { ref: listRef, rowAt, rowsInView, copy, focusList } = useListHandle();
  const readOnlyReason = useSession((state) => state.readOnlyReason);

  const whoseRow = useRef<CustomerId | undefined>(undefined);
  const { query, asked, listing, askAhead, whenListed } = useListing(rowsInView, whoseRow);
  const result = listing?.result;
  const { active, activeId, activate: setActive } = useActiveRow({ engine, listing, asked, openId });
  useLayoutEffect(() => {
    whoseRow.current = activeId;
  }, [activeId]);
  const { data: overview } = useEngineQuery('overview', () => engine.overview());

  const latest = useRef({ result, active });
  useEffect(() => {
    latest.current = { result, active };
  }, [result, active]);
  const resultNow = useCallback(() => latest.current.result, []);
  const { over, setOver, editFilter, deeds, takeOutList, takeOutSelected, mergeSelected, askSelected } =
    useOverList(resultNow);

  const show = useCallback(
    (id: CustomerId | null) => {
      open(id);
      if (id !== null) rememberOpened(id);
    },
    [open],
  );
  const close = useCallback(() => {
    const { openId: closed } = useListState.getState();
    const from = closed === null || isInPane(pane.current) ? null : openedFrom(closed);
    show(null);
    if (from === null) {
      focusList();
      return;
    }
    goBack();
    takeFocus(from, () => undefined);
  }, [show, focusList]);
  const giveWay = useCallback(() => {
    show(null);
  }, [show]);
  const coverList = useGivingWay(JSON.stringify([query.text, query.filter]), openId, giveWay);
  /** Enter on a row opens its card beside the list; Enter again goes into it. */
  const openRow = useCallback(
    (id: CustomerId, byKey: boolean) => {
      if (byKey && useListState.getState().openId === id) setWantedCard(id);
      show(id);
    },
    [show],
  );
  const forgetWantedCard = useCallback(() => {
    setWantedCard(null);
  }, []);
  const activate = useCallback(
    (index: number, row: CustomerRow | undefined) => {
      setActive(index);
      // With a card open beside the list, moving through the list turns its pages.
      if (row && useListState.getState().openId !== null) open(row.id);
    },
    [open, setActive],
  );
  const addCustomer = useCallback(() => {
    setNewLine('');
  }, []);
  const sell = useCallback(() => {
    setOver({ is: 'sale', to: useListState.getState().openId });
  }, [setOver]);
  const type = (line: string) => {
    askAhead(line);
    setActive(-1);
  };

  useArrival(
    'customers',
    ({ customerId, entryId, intent, text: given, filter: wanted, selected: chosen, campaign, printAs }) => {
      if (chosen) select(new Set(chosen));
      if (customerId) {
        if (entryId !== undefined) seekEntry(customerId, entryId);
        show(customerId);
        if (intent !== 'sale') setWantedCard(customerId);
      }
      // A line that is being typed stays as it is.
      if (intent === 'new') setNewLine((line) => line ?? given ?? '');
      if (intent === 'introductions') setOver({ is: 'introductions' });
      if (intent === 'merge') mergeSelected();
      if (intent === 'export' || intent === 'print') takeOutSelected(intent, printAs);
      if (intent === 'filter') editFilter();
      if (intent === 'ask') askSelected();
      if (intent === 'reply') setOver({ is: 'reply' });
      if (intent === 'sale') setOver({ is: 'sale', to: customerId ?? null });
      if (intent === 'tag') setOver({ is: 'bulk', kind: 'tag' });
      if (campaign !== undefined) addCondition({ field: 'campaign', test: { is: 'any', of: [campaign] } });
      if (wanted) addCondition({ field: wanted.dimension, test: { is: 'any', of: [wanted.class] } });
    },
  );

  const aheadId = useCardsAhead(listing?.pages, active, openId);
  const cardId = openId ?? aheadId;

  const step = useCallback(
    async (by: 1 | 0 | -1) => {
      const { result: stepped, active: from } = latest.current;
      if (!stepped || stepped.total === 0) return;
      const to = Math.min(stepped.total - 1, Math.max(0, from + by));
      const row = rowAt(to) ?? (await engine.rows(stepped.token, to, to + 1))[0];
      if (!row) return;
      setActive(to);
      open(row.id);
    },
    [engine, open, rowAt, setActive],
  );
  const stepNow = useCallback((by: 1 | -1) => void step(by), [step]);
  /** Enter in the search opens the card of the best hit, and Enter again goes into it, as on a row. */
  const enterFound = () => {
    if (active >= 0 && openId !== null) setWantedCard(openId);
    else void step(active < 0 ? 1 : 0);
  };

  /** Into the list from wherever the keyboard is; there it answers to these keys itself. */
  const enterList = (by: 1 | -1) => () => {
    focusList();
    if (openId !== null) void step(by);
    else if (result) setActive(Math.min(result.total - 1, Math.max(0, active + by)));
  };
  useShortcuts(t('customers.title'), [
    { keys: '/', label: t('ui.search'), run: () => searchBox.current?.focus() },
    { keys: 'F', label: t('filters.edit'), run: editFilter },
    { keys: 'S', label: t('order.new'), run: sell },
    { keys: 'J', label: t('shortcuts.next'), run: enterList(1) },
    { keys: 'K', label: t('shortcuts.previous'), run: enterList(-1) },
    { keys: 'Down', label: t('shortcuts.next'), isUnlisted: true, run: enterList(1) },
    { keys: 'Up', label: t('shortcuts.previous'), isUnlisted: true, run: enterList(-1) },
    ...keysOfGrid(t),
    {
      keys: 'Mod+P',
      label: t('print.shown'),
      worksWhileTyping: true,
      run: () => {
        takeOutSelected('print');
      },
    },
  ]);

  // An archive that could not be read is not an empty one.
  const isArchiveEmpty = overview?.customers === 0 && overview.inBin === 0 && readOnlyReason === null;
  useListPaste(isArchiveEmpty, setNewLine);
  return (
    <Screen
      title={t('customers.title')}
      aside={
        result &&
        (result.total === result.ofTotal
          ? t('customers.count', { count: result.total })
          : t('customers.countOf', { count: result.total, total: result.ofTotal }))
      }
      search={
        <CustomerSearch inputRef={searchBox} onType={type} onStep={stepNow} onEnter={enterFound} onLeave={focusList} />
      }
      actions={<AddActions onNew={addCustomer} isInHeader />}
      toolbar={
        isArchiveEmpty ? undefined : (
          <>
            <ViewStrip />
            <ListToolbar onEditFilter={editFilter} onTakeOut={takeOutList} />
          </>
        )
      }
    >
      <SplitPane
        detailLabel={t('card.label')}
        onCloseDetail={close}
        onCover={coverList}
        isDetailOpen={openId !== null}
        detail={
          cardId === null ? null : (
            <CustomerCard
              id={cardId}
              takesFocus={wantedCard === cardId}
              onFocused={forgetWantedCard}
              onClose={close}
              onStep={stepNow}
              onOpen={show}
              onSell={sell}
            />
          )
        }
        list={
          <div ref={pane} className={styles.pane}>
            {listing && listing.result.total > 0 && (
              <CustomerGrid
                engine={engine}
                result={listing.result}
                pages={listing.pages}
                question={listing.question}
                whenListed={whenListed}
                active={active}
                onActivate={activate}
                onOpen={openRow}
                deeds={deeds}
                ref={listRef}
              />
            )}
            {result?.total === 0 && (
              <NobodyListed
                isArchiveEmpty={isArchiveEmpty}
                hasHistory={overview?.seq !== 0}
                typed={typed}
                name={query.text}
                onNew={setNewLine}
                onEditFilter={editFilter}
              />
            )}
            {selected.size > 0 ? (
              <SelectionBar {...deeds} result={result} onCopy={copy} />
            ) : (
              result && result.total > 0 && <ListSummary result={result} />
            )}
          </div>
        }
      />
      {over !== null && (
        <OverListDialog
          over={over}
          onClose={() => {
            setOver(null);
          }}
          onOpen={show}
        />
      )}
      {newLine !== null && (
        <QuickAddDialog
          text={newLine}
          onClose={() => {
            setNewLine(null);
          }}
          onOpenCustomer={(id) => {
            setNewLine(null);
            show(id);
          }}
        />
      )}
    </Screen>
  );
}

function isInPane(pane: HTMLElement | null): boolean {
  return pane?.contains(document.activeElement) === true;
}
