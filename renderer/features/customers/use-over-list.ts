import { useCallback, useMemo, useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { mostMerged } from '#shared/merge/merge-fields.ts';
import type { SheetLayout } from '#shared/print/sheet-layouts.ts';
import { reportFailure } from '../../display/report-failure.ts';
import type { QueryResult } from '../../engine/api.ts';
import { useEngine } from '../../engine/client/engine-context.tsx';
import { useT } from '../../platform/language.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { idsToTakeOut } from './ids-to-take-out.ts';
import { useListState } from './list-state.ts';
import type { ListDeeds } from './list-deeds.ts';
import type { OverList } from './over-list.tsx';

/** What lies over the list, and the ways to it that need somebody selected or shown. `resultNow` is what the list shows. */
export function useOverList(resultNow: () => QueryResult | undefined) {
  const t = useT();
  const engine = useEngine();
  const [over, setOver] = useState<OverList | null>(null);
  const editFilter = useCallback(() => {
    setOver({ is: 'filter' });
  }, []);
  /** These, or with nobody among them everybody whom the list shows. */
  const takeOut = useCallback(
    (is: 'export' | 'print', chosen: ReadonlySet<CustomerId>, as?: SheetLayout) => {
      const find = async () => {
        const shown = resultNow();
        const ids = shown ? await idsToTakeOut(engine, shown, chosen) : [];
        if (ids.length > 0) setOver(is === 'print' ? { is, ids, as } : { is, ids });
        else showToast({ text: t(is === 'print' ? 'print.none' : 'exports.none') });
      };
      find().catch(reportFailure);
    },
    [engine, resultNow, t],
  );
  const takeOutSelected = useCallback(
    (is: 'export' | 'print', as?: SheetLayout) => {
      takeOut(is, selectedNow(), as);
    },
    [takeOut],
  );
  const mergeSelected = useCallback(() => {
    const selected = selectedNow();
    if (selected.size >= 2 && selected.size <= mostMerged) setOver({ is: 'merge', ids: [...selected] });
    else showToast({ text: t('merge.selectFirst', { most: mostMerged }) });
  }, [t]);
  const askSelected = useCallback(() => {
    const selected = selectedNow();
    if (selected.size > 0) setOver({ is: 'ask', ids: [...selected] });
    else showToast({ text: t('selfUpdate.selectFirst') });
  }, [t]);
  const deeds = useMemo(
    (): ListDeeds => ({
      onBulk: (kind) => {
        setOver({ is: 'bulk', kind });
      },
      onPrint: () => {
        takeOutSelected('print');
      },
      onExport: () => {
        takeOutSelected('export');
      },
      onAsk: askSelected,
      onMerge: mergeSelected,
      onFilterBy: (by) => {
        setOver({ is: 'filter', by });
      },
    }),
    [takeOutSelected, askSelected, mergeSelected],
  );
  return {
    over,
    setOver,
    editFilter,
    deeds,
    takeOutList: useCallback(
      (is: 'export' | 'print') => {
        takeOut(is, new Set());
      },
      [takeOut],
    ),
    takeOutSelected,
    mergeSelected,
    askSelected,
  };
}

/** Also of somebody who was selected in the same moment. */
function selectedNow(): ReadonlySet<CustomerId> {
  return useListState.getState().selected;
}
