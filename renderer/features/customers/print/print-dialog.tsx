import { useEffect, useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { printedCustomerOf } from '#shared/print/printed-customer.ts';
import { sheetLayouts, type SheetLayout } from '#shared/print/sheet-layouts.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { useEngine } from '../../../engine/engine-context.tsx';
import { useToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { changePreferences, usePreferences } from '../../../state/preferences.ts';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Printed } from '../../../ui/paper/printed.tsx';
import { PaperButtons } from './paper-buttons.tsx';
import styles from './print-dialog.module.css';
import { PrintChoices, type Choices } from './print-choices.tsx';
import { Sheet, whoIsPrinted, type OnPaper } from './sheets.tsx';

/** More than this is no paper that anybody carries. */
const mostPrinted = 2_000;
const dossiersAtOnce = 50;
/** Rows of the preview. */
const previewed = 30;

interface Reading {
  customers: OnPaper[];
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
  const engine = useEngine();
  const [layout, setLayout] = useState(as);
  const [{ customers, readCount }, setRead] = useState<Reading>({ customers: [], readCount: 0 });
  const wanted = Math.min(ids.length, mostPrinted);
  const isComplete = readCount >= wanted;
  const today = useToday();
  const { labels = '70x37', envelope = 'dl' } = usePreferences((state) => state.paper) ?? {};
  const [chosen, setChosen] = useState<Omit<Choices, 'labels' | 'envelope'>>({
    columns: 'usual',
    firstPlace: 1,
    day: today,
    isOnlyDue: false,
  });
  const choices: Choices = { ...chosen, labels, envelope };
  const choose = (patch: Partial<Choices>) => {
    setChosen((before) => ({ ...before, ...patch }));
    // The paper in the printer is the same the next time.
    if (patch.labels || patch.envelope)
      changePreferences({ paper: { labels: patch.labels ?? labels, envelope: patch.envelope ?? envelope } }).catch(
        reportFailure,
      );
  };
  const printed = whoIsPrinted(layout, choices, customers);
  const leftOut = customers.length - printed.length;

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
          isReady={isComplete && printed.length > 0}
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
          {t(`print.hint.${layout}`)}
          {ids.length > mostPrinted && ` ${t('print.tooMany', { most: mostPrinted })}`}
          {isComplete &&
            leftOut > 0 &&
            ` ${t(layout === 'route' ? 'print.notDue' : 'print.noAddress', { count: leftOut })}`}
        </p>
        <PrintChoices layout={layout} choices={choices} onChange={choose} />
        {!isComplete && <ProgressBar label={t('print.reading')} done={readCount} total={wanted} />}
        <div className={styles.preview} role="img" aria-label={t('print.preview')}>
          <Sheet layout={layout} choices={choices} customers={printed.slice(0, previewed)} count={printed.length} />
        </div>
      </div>
      {isComplete && (
        <Printed>
          <Sheet layout={layout} choices={choices} customers={printed} count={printed.length} />
        </Printed>
      )}
    </Dialog>
  );
}

/** In the order of `ids`, some dozens at a time, without those that are gone meanwhile. */
async function read(
  engine: Engine,
  ids: readonly CustomerId[],
  signal: AbortSignal,
  onRead: (reading: Reading) => void,
): Promise<void> {
  const customers: OnPaper[] = [];
  for (let from = 0; from < ids.length && !signal.aborted; from += dossiersAtOnce) {
    const part = ids.slice(from, from + dossiersAtOnce);
    const [dossiers, exported] = await Promise.all([engine.dossiers([...part]), engine.exported([...part])]);
    const rows = new Map(exported.map(({ row }) => [row.id, row]));
    const found = new Map(dossiers.map((dossier) => [dossier.customerId, dossier]));
    for (const id of part) {
      const [dossier, row] = [found.get(id), rows.get(id)];
      if (dossier && row) customers.push({ ...printedCustomerOf(dossier), row });
    }
    if (!signal.aborted) onRead({ customers: [...customers], readCount: from + part.length });
  }
}
