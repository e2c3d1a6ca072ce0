import { memo, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { isSender } from '#shared/domain/settings/shop.ts';
import { likelyPaper } from '#shared/print/paper-sizes.ts';
import { sheetLayouts, type SheetLayout } from '#shared/print/sheet-layouts.ts';
import { useShop } from '../../../display/archive-settings.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import type { CustomerOnPaper } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { changePreferences, usePreferences } from '../../../state/preferences.ts';
import { useSession } from '../../../state/session.ts';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Printed } from '../../../ui/paper/printed.tsx';
import { useColumnsOnPaper } from './list-sheets.tsx';
import { PaperButtons } from './paper-buttons.tsx';
import { PaperPreview } from './paper-preview.tsx';
import styles from './print-dialog.module.css';
import { PrintChoices, type Choices } from './print-choices.tsx';
import { Sheet, whoIsPrinted, type AnySheetProps } from './sheets.tsx';

/** More than this is no paper that anybody carries. */
const mostPrinted = 2_000;
const readAtOnce = 50;
/** Nobody visits more than these on one day: a route of more begins with those that are due. */
const mostVisited = 40;
/** Rows of the preview. */
const previewed = 30;

interface Reading {
  customers: CustomerOnPaper[];
  readCount: number;
}

export interface PrintDialogProps {
  ids: readonly CustomerId[];
  /** What is shown first; a list where nobody said. */
  as?: SheetLayout | undefined;
  onClose: () => void;
}

/** Shows selected customers as they would be printed, and prints them: a list, labels, envelopes, a list for the pocket, a route. */
export function PrintDialog({ ids, as = 'list', onClose }: PrintDialogProps) {
  const t = useT();
  const language = useLanguage();
  const engine = useEngine();
  const [layout, setLayout] = useState(as);
  const [{ customers, readCount }, setRead] = useState<Reading>({ customers: [], readCount: 0 });
  const wanted = Math.min(ids.length, mostPrinted);
  const shop = useShop();
  const isComplete = readCount >= wanted && shop !== undefined;
  const today = useToday();
  const likely = likelyPaper(useSession(({ info }) => info?.region ?? ''));
  const { size = likely.size, ...paper } = usePreferences((state) => state.paper) ?? likely;
  const { labels, envelope } = paper;
  const saysSender = 'saysSender' in paper ? (paper.saysSender ?? true) : true;
  const [chosen, setChosen] = useState<Omit<Choices, 'paper' | 'labels' | 'envelope' | 'saysSender'>>({
    columns: 'usual',
    firstPlace: 1,
    day: today,
    isOnlyDue: ids.length > mostVisited,
  });
  const choices = useMemo(
    (): Choices => ({ ...chosen, paper: size, labels, envelope, saysSender }),
    [chosen, size, labels, envelope, saysSender],
  );
  const choose = (patch: Partial<Choices>) => {
    const next = { ...choices, ...patch };
    setChosen(next);
    const isOfPaper = ['paper', 'labels', 'envelope', 'saysSender'].some((key) => key in patch);
    if (!isOfPaper) return;
    // The paper in the printer is the same the next time.
    const kept = { size: next.paper, labels: next.labels, envelope: next.envelope, saysSender: next.saysSender };
    changePreferences({ paper: kept }).catch(reportFailure);
  };
  const printed = useMemo(() => whoIsPrinted(layout, choices, customers), [layout, choices, customers]);
  const leftOut = customers.length - printed.length;
  const noRoom = useColumnsOnPaper().leftOut;
  const sheet = useMemo(
    () => shop && { layout, choices, shop, customers: printed, count: printed.length },
    [layout, choices, shop, printed],
  );
  const wholeSheet = isComplete ? sheet : undefined;
  // Thousands are laid on paper in between, while somebody still chooses.
  const laid = useDeferredValue(wholeSheet, undefined);
  const isLaid = laid === wholeSheet;

  useEffect(() => {
    const stop = new AbortController();
    read(engine, ids.slice(0, mostPrinted), stop.signal, setRead).catch(reportFailure);
    return () => {
      stop.abort();
    };
  }, [engine, ids]);

  return (
    <Dialog
      isOpen
      size="wide"
      title={t('print.title', { count: wanted })}
      onClose={onClose}
      footer={
        <PaperButtons
          customers={printed.length}
          name={t(`print.layout.${layout}`)}
          isReady={isComplete && isLaid && printed.length > 0}
          onCancel={onClose}
        />
      }
    >
      <div className={styles.dialog}>
        <SegmentedControl
          label={t('print.layout')}
          segments={sheetLayouts.map((id) => ({ id, label: t(`print.layout.${id}`) }))}
          value={layout}
          onChange={setLayout}
        />
        <p className={styles.hint}>
          {[
            t(`print.hint.${layout}`),
            ...(ids.length > mostPrinted ? [t('print.tooMany', { most: mostPrinted })] : []),
            ...(layout === 'list' && choices.columns === 'shown' && noRoom > 0
              ? [t('print.columnsLeftOut', { count: noRoom })]
              : []),
            ...(isComplete && leftOut > 0
              ? [t(layout === 'route' ? 'print.notDue' : 'print.noAddress', { count: leftOut })]
              : []),
          ].join(language === 'zh-CN' ? '' : ' ')}
        </p>
        <PrintChoices
          layout={layout}
          choices={choices}
          hasSender={!shop || isSender(shop)}
          onChange={choose}
          onLeave={onClose}
        />
        {!isComplete && <ProgressBar label={t('print.reading')} done={readCount} total={wanted} />}
        <PaperPreview label={t('print.preview')}>
          {sheet && <Sheet {...sheet} customers={printed.slice(0, previewed)} />}
        </PaperPreview>
      </div>
      {laid && <OnPaper sheet={laid} />}
    </Dialog>
  );
}

const OnPaper = memo(function OnPaper({ sheet }: { sheet: AnySheetProps }) {
  return (
    <Printed>
      <Sheet {...sheet} />
    </Printed>
  );
});

/** In the order of `ids`, some dozens at a time, without those that are gone meanwhile. */
async function read(
  engine: Engine,
  ids: readonly CustomerId[],
  signal: AbortSignal,
  onRead: (reading: Reading) => void,
): Promise<void> {
  const customers: CustomerOnPaper[] = [];
  for (let from = 0; from < ids.length && !signal.aborted; from += readAtOnce) {
    const part = ids.slice(from, from + readAtOnce);
    customers.push(...(await engine.printed(part)));
    if (!signal.aborted) onRead({ customers: [...customers], readCount: from + part.length });
  }
}
