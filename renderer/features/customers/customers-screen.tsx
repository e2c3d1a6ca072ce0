import { Plus, Users } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { useEngine } from '../../engine/engine-context.tsx';
import { useEngineQuery } from '../../engine/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { navigate, useArrival } from '../../state/navigation.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/actions/button.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { SearchField } from '../../ui/fields/search-field.tsx';
import { Screen } from '../../ui/layout/screen.tsx';
import { SplitPane } from '../../ui/layout/split-pane.tsx';
import { isComposing, isTyping } from '../../ui/theme/keyboard.ts';
import { CustomerCard } from './card/customer-card.tsx';
import { useFilterVocabulary } from './filter/field-options.ts';
import { FilterDialog } from './filter/filter-dialog.tsx';
import { CustomerGrid } from './list/customer-grid.tsx';
import { ListSummary } from './list/list-summary.tsx';
import { ListToolbar } from './list/list-toolbar.tsx';
import { useListState } from './list/list-state.ts';
import styles from './list/list.module.css';
import { NewCustomerDialog } from './new-customer-dialog.tsx';

const slot = 'customers';

export function CustomersScreen() {
  const t = useT();
  const engine = useEngine();
  const { text, setText, filter, setFilter, addCondition, showAll, sort, groupBy, openId, open } = useListState();
  const [isFilterOpen, setFilterOpen] = useState(false);
  const words = useFilterVocabulary();
  const [active, setActive] = useState(-1);
  const [newName, setNewName] = useState<string | null>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const readOnlyReason = useSession((state) => state.readOnlyReason);
  const sought = useDeferredValue(text.trim());

  const query = { text: sought, filter, sort, groupBy };
  const { data: result } = useEngineQuery(`${slot}:${JSON.stringify(query)}`, () => engine.query(slot, query), {
    keepsPrevious: true,
    isPassing: true,
  });
  const { data: overview } = useEngineQuery('overview', () => engine.overview());

  const show = useCallback(
    (id: CustomerId | null) => {
      open(id);
      if (id === null) setActive(-1);
    },
    [open],
  );

  useArrival('customers', ({ customerId, intent, text: given, filter: wanted }) => {
    if (customerId) show(customerId);
    if (intent === 'new') setNewName(given ?? '');
    if (wanted) addCondition({ field: wanted.dimension, test: { is: 'any', of: [wanted.class] } });
  });

  // The open customer keeps its place when the list changes under it.
  useEffect(() => {
    if (!result || openId === null) return undefined;
    let isCurrent = true;
    const find = async () => {
      const position = await engine.position(result.token, openId);
      if (isCurrent) setActive(position);
    };
    // A result that was replaced meanwhile has no positions any more; the next one is asked again.
    find().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [engine, result, openId]);

  const step = async (by: 1 | -1) => {
    if (!result || result.total === 0) return;
    const to = Math.min(result.total - 1, Math.max(0, active + by));
    const [row] = await engine.rows(result.token, to, to + 1);
    if (!row) return;
    setActive(to);
    open(row.id);
  };

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (isComposing(event) || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'n') {
        event.preventDefault();
        setNewName('');
      } else if (event.key === '/') {
        event.preventDefault();
        searchBox.current?.focus();
      } else if (event.key === 'f') {
        event.preventDefault();
        setFilterOpen(true);
      }
    };
    window.addEventListener('keydown', handleKey);
    return () => {
      window.removeEventListener('keydown', handleKey);
    };
  }, []);

  // An archive that could not be read is not an empty one.
  const isArchiveEmpty = overview?.customers === 0 && overview.inBin === 0 && readOnlyReason === null;
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
        <div className={styles.search}>
          <SearchField
            label={t('customers.search')}
            value={text}
            keys="/"
            inputRef={searchBox}
            onChange={(next) => {
              setText(next);
              setActive(-1);
            }}
            onEnter={() => void step(1)}
            onArrow={(direction) => void step(direction === 'down' ? 1 : -1)}
          />
        </div>
      }
      actions={
        <>
          <Button
            onPress={() => {
              navigate({ screen: 'data', intent: 'import' });
            }}
          >
            {t('customers.import')}
          </Button>
          <Button
            kind="primary"
            icon={<Plus />}
            keys="N"
            onPress={() => {
              setNewName('');
            }}
          >
            {t('customers.new')}
          </Button>
        </>
      }
      toolbar={
        isArchiveEmpty ? undefined : (
          <ListToolbar
            words={words}
            onEditFilter={() => {
              setFilterOpen(true);
            }}
          />
        )
      }
    >
      <SplitPane
        detailLabel={t('card.label')}
        onCloseDetail={() => {
          show(null);
        }}
        detail={
          openId === null ? null : (
            <CustomerCard
              key={openId}
              id={openId}
              onClose={() => {
                show(null);
              }}
              onStep={(by) => void step(by)}
            />
          )
        }
        list={
          <div className={styles.pane}>
            {result && result.total > 0 && (
              <CustomerGrid
                engine={engine}
                result={result}
                active={active}
                onActivate={(index, row) => {
                  setActive(index);
                  // With a card open beside the list, moving through the list turns its pages.
                  if (openId !== null && row) open(row.id);
                }}
                onOpen={show}
              />
            )}
            {result?.total === 0 &&
              (isArchiveEmpty ? (
                <EmptyState
                  icon={<Users />}
                  title={t(overview.seq === 0 ? 'customers.empty.title' : 'customers.none.title')}
                  actions={
                    <>
                      <Button
                        onPress={() => {
                          navigate({ screen: 'data', intent: 'import' });
                        }}
                      >
                        {t('customers.import')}
                      </Button>
                      <Button
                        kind="primary"
                        onPress={() => {
                          setNewName('');
                        }}
                      >
                        {t('customers.new')}
                      </Button>
                    </>
                  }
                >
                  {t('customers.empty.text')}
                </EmptyState>
              ) : (
                <EmptyState
                  title={t('customers.noMatch.title')}
                  actions={
                    <>
                      <Button onPress={showAll}>{t('customers.clearFilters')}</Button>
                      {sought !== '' && (
                        <Button
                          kind="primary"
                          onPress={() => {
                            setNewName(sought);
                          }}
                        >
                          {t('customers.noMatch.create', { name: sought })}
                        </Button>
                      )}
                    </>
                  }
                >
                  {t('customers.noMatch.text')}
                </EmptyState>
              ))}
            {result && result.total > 0 && <ListSummary result={result} />}
          </div>
        }
      />
      {isFilterOpen && (
        <FilterDialog
          words={words}
          filter={filter}
          onChange={setFilter}
          onClose={() => {
            setFilterOpen(false);
          }}
        />
      )}
      {newName !== null && (
        <NewCustomerDialog
          name={newName}
          onClose={() => {
            setNewName(null);
          }}
          onOpenCustomer={(id) => {
            setNewName(null);
            show(id);
          }}
        />
      )}
    </Screen>
  );
}
