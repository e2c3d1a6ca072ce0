import { FileDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { localToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { formats, isTable, makeFile, saveFile, type ExportProgress, type Format } from './export-customers.ts';
import styles from './export-dialog.module.css';
import { useExportWords } from './use-export-words.ts';
import { useListColumns } from './use-list-columns.ts';

const choices = ['list', 'every', 'contacts'] as const;

/** Puts customers into a file: as a table of the columns that are shown or of everything, or as cards for a phone. */
export function ExportDialog({ ids, onClose }: { ids: readonly CustomerId[]; onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const words = useExportWords();
  const listColumns = useListColumns(words);
  const [columns, setColumns] = useState<(typeof choices)[number]>('list');
  const [format, setFormat] = useState<Format>('xlsx');
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const stop = useRef(new AbortController());
  useEffect(
    () => () => {
      stop.current.abort();
    },
    [],
  );
  const hasColumns = isTable(format);
  const isWorking = progress !== null;

  const run = useOneAtATime(async () => {
    const { signal } = (stop.current = new AbortController());
    const isOfContacts = hasColumns && columns === 'contacts';
    const what = columns === 'list' ? { columns: listColumns } : columns;
    const order = { ids, format, what, words, sheetName: t(isOfContacts ? 'exports.contactsSheet' : 'exports.sheet') };
    try {
      const made = await makeFile(engine, order, signal, setProgress);
      if (made === null) return;
      const { exported: count } = made;
      if (count === 0) {
        showToast({ text: t(isOfContacts ? 'exports.noContacts' : 'exports.none') });
        return;
      }
      setProgress({ step: 'saving', done: 1, total: 1 });
      const suggestedName = t(isOfContacts ? 'exports.contactsName' : 'exports.name', { day: localToday() });
      const name = await saveFile(`${suggestedName}.${format}`, made.content, count);
      if (name === null) return;
      showToast({ text: t(isOfContacts ? 'exports.contactsSaved' : 'exports.saved', { count, name }) });
      onClose();
    } catch (error) {
      reportFailure(error);
    } finally {
      setProgress(null);
    }
  });

  return (
    <Dialog
      isOpen
      title={t('exports.title', { count: ids.length })}
      isDismissable={!isWorking}
      onClose={onClose}
      footer={
        <>
          <Button
            isDisabled={progress?.step === 'saving'}
            onPress={() => {
              if (isWorking) stop.current.abort();
              else onClose();
            }}
          >
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" icon={<FileDown />} isDisabled={isWorking} onPress={() => void run()}>
            {t('exports.run')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <div className={styles.choice}>
          <span aria-hidden="true">{t('exports.format')}</span>
          <SegmentedControl
            label={t('exports.format')}
            segments={formats.map((id) => ({ id, label: t(`exports.format.${id}`) }))}
            value={format}
            onChange={setFormat}
            isDisabled={isWorking}
          />
        </div>
        {hasColumns && (
          <div className={styles.choice}>
            <span aria-hidden="true">{t('exports.columns')}</span>
            <SegmentedControl
              label={t('exports.columns')}
              segments={choices.map((id) => ({ id, label: t(`exports.columns.${id}`) }))}
              value={columns}
              onChange={setColumns}
              isDisabled={isWorking}
            />
          </div>
        )}
        <p className={styles.hint}>
          {hasColumns
            ? t(`exports.hint.${columns}`, {
                columns: listColumns.map(({ header }) => header).join(t('exports.comma')),
              })
            : t(`exports.hint.${format}`)}
        </p>
        <Banner tone="info">{t('exports.unsealed')}</Banner>
        {progress && (
          <ProgressBar
            label={t(progress.step === 'reading' ? 'exports.reading' : 'exports.writing')}
            done={progress.done}
            total={progress.total}
          />
        )}
      </div>
    </Dialog>
  );
}
