import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { defaultBinDays } from '#shared/domain/settings/settings.ts';
import type { ErasureCertificate } from '#shared/ipc/erasure.ts';
import { useEditSettings, settingsQuestion } from '../../../display/archive-settings.ts';
import { usePutBackCustomer } from '../../../display/use-put-back-customer.ts';
import type { BinEntry } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { useArrival } from '../../../state/navigation.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { scrollToTopWhileFilling } from '../../../ui/layout/scroll-to.ts';
import { Section } from '../../../ui/layout/section.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import { binQuestion, firstInBin } from '../first-questions.ts';
import { useMain } from '../use-main.ts';
import styles from './bin-section.module.css';
import { CertificateView } from './certificate-view.tsx';
import { KeptSales } from './kept-sales.tsx';
import { EraseDialog } from './erase-dialog.tsx';

/** Shown at a press: there may be tens of thousands. */
const rowsMore = 60;

/** Deleted customers: how long they still lie here, the way back, and the end. */
export function BinSection() {
  const t = useT();
  const putBackCustomer = usePutBackCustomer();
  const editSettings = useEditSettings();
  const [limit, setLimit] = useState(firstInBin);
  const asked = binQuestion(limit);
  const { data: bin } = useEngineQuery(asked.key, asked.ask, { keepsPrevious: true });
  const settings = useEngineQuery(settingsQuestion.key, settingsQuestion.ask);
  const [erasure, askAgain] = useMain('erasure/status', {});
  const [toErase, setToErase] = useState<BinEntry | null>(null);
  const [newest, setNewest] = useState<ErasureCertificate | null>(null);
  const section = useRef<HTMLElement>(null);
  useArrival('safety', ({ intent }) => {
    if (intent !== 'bin') return;
    if (section.current) scrollToTopWhileFilling(section.current);
    section.current?.focus({ preventScroll: true });
  });
  const own = settings.data?.[0];
  const days = own?.binDays ?? defaultBinDays;

  const setDays = (binDays: number) => editSettings(() => ({ binDays }), null);
  const putBack = ({ id, name }: BinEntry) => putBackCustomer(id, t('trust.bin.wasPutBack', { name }));

  const certificates = erasure?.certificates ?? [];
  const shown = newest ?? certificates.at(-1) ?? null;
  return (
    <Section
      ref={section}
      title={t('trust.bin')}
      intro={t('trust.bin.intro', { days })}
      actions={
        <div className={styles.days}>
          <NumberField
            label={t('trust.bin.days')}
            isLabelHidden
            unit={t('trust.bin.unit')}
            minValue={1}
            maxValue={3650}
            value={days}
            onChange={(value) => void setDays(value)}
          />
        </div>
      }
    >
      {bin?.total === 0 && <p className={styles.muted}>{t('trust.bin.empty')}</p>}
      <ul className={styles.list}>
        {bin?.entries.map((entry) => (
          <li key={entry.id} className={styles.row}>
            <strong className={styles.name}>{entry.name}</strong>
            <span className={styles.muted}>
              <InstantText at={entry.deletedAt} />
              {entry.records > 0 && ` · ${t('trust.bin.records', { count: entry.records })}`}
            </span>
            <span className={styles.left}>
              {entry.daysLeft === 0 ? t('trust.bin.due') : t('trust.bin.left', { days: entry.daysLeft })}
            </span>
            <span className={styles.buttons}>
              <IconButton
                size="small"
                label={t('trust.bin.putBack', { name: entry.name })}
                icon={<ArchiveRestore />}
                onPress={() => void putBack(entry)}
              />
              <IconButton
                size="small"
                label={t('trust.bin.erase', { name: entry.name })}
                icon={<Trash2 />}
                onPress={() => {
                  setToErase(entry);
                }}
              />
            </span>
          </li>
        ))}
      </ul>
      {bin && bin.total > bin.entries.length && (
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            setLimit(bin.entries.length + rowsMore);
          }}
        >
          {t('trust.bin.more', { count: bin.total - bin.entries.length })}
        </Button>
      )}
      <KeptSales />
      {shown && <CertificateView certificate={shown} />}
      {toErase && (
        <EraseDialog
          entry={toErase}
          onClose={() => {
            setToErase(null);
          }}
          onErased={(certificate) => {
            setToErase(null);
            setNewest(certificate);
            askAgain();
          }}
        />
      )}
    </Section>
  );
}
