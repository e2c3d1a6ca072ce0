import { BookmarkPlus, MoreHorizontal } from 'lucide-react';
import { memo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { ListView } from '#shared/domain/list-view/list-view.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import type { Draft } from '../../../engine/api.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { useArrival } from '../../../state/navigation.ts';
import { newId } from '../../../platform/ids.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { TabStrip } from '../../../ui/actions/tab-strip.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { isBuiltIn, useListState, type ViewQuestion } from '../list-state.ts';
import styles from '../list/list.module.css';
import { builtInViews } from './built-in-views.ts';
import { ViewNameDialog } from './view-name-dialog.tsx';

/** The saved views with their counts; a changed one can be saved, a new one made of what is shown. */
export const ViewStrip = memo(function ViewStrip() {
  const t = useT();
  const commit = useCommit();
  const engine = useEngine();
  const { viewId, filter, sort, groupBy, layout, showView } = useListState(
    useShallow((state) => ({
      viewId: state.viewId,
      filter: state.filter,
      sort: state.sort,
      groupBy: state.groupBy,
      layout: state.layout,
      showView: state.showView,
    })),
  );
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const { data: stored = [] } = useEngineQuery('views', (engine) => engine.catalogue('listView'));
  const views = stored.toSorted((a, b) => a.place - b.place);
  const all: readonly ViewQuestion[] = [...builtInViews, ...views];
  useArrival('customers', ({ view: wanted }) => {
    if (wanted === undefined) return;
    const show = async () => {
      // A list that was just kept may be asked for before it stands here.
      const found = [...builtInViews, ...(await engine.catalogue('listView'))].find(({ id }) => id === wanted);
      if (found) showView(found);
    };
    show().catch(reportFailure);
  });
  const filters = all.map((view) => view.filter);
  const { data: counts } = useEngineQuery(`counts:${JSON.stringify(filters)}`, (engine) => engine.counts(filters), {
    keepsPrevious: true,
  });
  const chosen = all.find((view) => view.id === viewId) ?? builtInViews[0];
  const saved = views.find((view) => view.id === viewId);
  const shown = { filter, sort, ...(groupBy === undefined ? {} : { groupBy }), layout };
  const isChanged = chosen !== undefined && !isSameQuestion(chosen, shown);

  const write = async (after: ViewDraft, sentence: string): Promise<boolean> =>
    (await commit((engine) => engine.commit('view/edit', [putView(after)]), sentence)) !== null;
  const saveNew = async (name: string) => {
    const id = newId();
    const place = (views.at(-1)?.place ?? 0) + 1;
    const isWritten = await write({ id, name, place, ...shown }, t('views.saved', { name }));
    if (isWritten) showView({ id, ...shown });
    return isWritten;
  };
  /** Takes the place of the neighbour: between it and the one behind it. */
  const move = async (view: ListView, by: 1 | -1) => {
    const at = views.indexOf(view) + by;
    const neighbour = views[at];
    if (!neighbour) return;
    const place = (neighbour.place + (views[at + by]?.place ?? neighbour.place + 2 * by)) / 2;
    await write({ ...draftOf(view), place }, t('views.moved', { name: view.name }));
  };
  const remove = async (view: ListView) => {
    const [first] = builtInViews;
    if (first) showView(first);
    const written = await commit(
      (engine) => engine.commit('view/edit', [{ table: 'listView', id: view.id, after: null }]),
      t('views.deleted', { name: view.name }),
    );
    if (!written) showView({ id: view.id, ...shown });
  };

  return (
    <div className={styles.views}>
      <TabStrip
        label={t('views.label')}
        chosenId={chosen?.id ?? ''}
        tabs={all.map((view, at) => {
          const name = nameOf(view, t);
          const count = counts?.[at];
          return {
            id: view.id,
            label: name,
            detail: count?.toLocaleString(),
            spoken: count === undefined ? name : t('views.count', { name, count }),
          };
        })}
        onChoose={(id) => {
          const view = all.find((each) => each.id === id);
          if (view) showView(view);
        }}
      >
        {saved && (
          <Menu
            label={t('views.menu')}
            trigger={<IconButton label={t('views.menu')} icon={<MoreHorizontal />} />}
            groups={[
              {
                id: 'view',
                entries: [
                  {
                    id: 'rename',
                    label: t('views.rename'),
                    onAction: () => {
                      setNaming('rename');
                    },
                  },
                  {
                    id: 'left',
                    label: t('views.left'),
                    isDisabled: views[0] === saved,
                    onAction: () => void move(saved, -1),
                  },
                  {
                    id: 'right',
                    label: t('views.right'),
                    isDisabled: views.at(-1) === saved,
                    onAction: () => void move(saved, 1),
                  },
                  { id: 'delete', label: t('views.delete'), isDanger: true, onAction: () => void remove(saved) },
                ],
              },
            ]}
          />
        )}
      </TabStrip>
      <span className={styles.push} />
      {isChanged && (
        <>
          <Button
            kind="quiet"
            onPress={() => {
              showView(chosen);
            }}
          >
            {t('views.revert')}
          </Button>
          {saved && (
            <Button
              kind="quiet"
              onPress={() =>
                void write({ ...draftOf(saved), ...withoutGroups(shown) }, t('views.saved', { name: saved.name }))
              }
            >
              {t('views.saveChanges')}
            </Button>
          )}
          <Button
            kind="quiet"
            icon={<BookmarkPlus />}
            onPress={() => {
              setNaming('new');
            }}
          >
            {t('views.saveNew')}
          </Button>
        </>
      )}
      {naming !== null && (
        <ViewNameDialog
          name={naming === 'rename' && saved ? saved.name : ''}
          onClose={() => {
            setNaming(null);
          }}
          onSave={async (name) => {
            if (naming === 'new') return saveNew(name);
            return saved ? write({ ...draftOf(saved), name }, t('views.renamed', { name })) : true;
          }}
        />
      )}
    </div>
  );
});

function nameOf(view: ViewQuestion, t: ReturnType<typeof useT>): string {
  if ('name' in view) return String(view.name);
  const builtIn = builtInViews.find(({ id }) => id === view.id);
  return builtIn ? t(builtIn.label) : '';
}

type ViewDraft = Draft<ListView>;

function putView(after: ViewDraft) {
  return { table: 'listView', id: after.id, after } as const;
}

type Shown = Omit<ViewQuestion, 'id'>;

/** `groupBy` said even when there is none, so that it replaces one that was saved. */
function withoutGroups(shown: Shown) {
  return { ...shown, groupBy: shown.groupBy };
}

/** A list that every archive has does not differ by how it lies: that is kept without being saved. */
function isSameQuestion(view: ViewQuestion, shown: Shown): boolean {
  const said = ({ filter, sort, groupBy, layout }: Shown) =>
    JSON.stringify([filter, sort, groupBy ?? null, isBuiltIn(view.id) ? null : layout]);
  return said(view) === said(shown);
}
