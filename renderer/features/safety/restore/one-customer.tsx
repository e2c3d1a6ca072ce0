import { UserRoundCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import { toAppError } from '../../../display/report-failure.ts';
import type { BackupCustomer, BroughtBack } from '../../../engine/api.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { PressButton } from '../../../ui/actions/press-button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { listCounts } from '../../../display/list-counts.ts';
import { ConflictTable } from './conflict-table.tsx';
import styles from './restore-dialog.module.css';

const typingPauseMs = 300;

/** Finds one customer in the opened backup, shows what would change, and brings that one back. */
export function OneCustomer({ restoreId, onDone }: { restoreId: string; onDone: () => void }) {
  const t = useT();
  const describe = useDescribeError();
  const engine = useEngine();
  const commit = useCommit();
  const [text, setText] = useState('');
  const [found, setFound] = useState<BackupCustomer[] | null>(null);
  const [picked, setPicked] = useState<{ customer: BackupCustomer; effect: BroughtBack } | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  useEffect(() => {
    let isGone = false;
    const search = window.setTimeout(() => {
      engine
        .searchBackup(restoreId, text)
        .then((customers) => {
          if (!isGone) setFound(customers);
        })
        .catch((caught: unknown) => {
          if (!isGone) setError(toAppError(caught));
        });
    }, typingPauseMs);
    return () => {
      isGone = true;
      window.clearTimeout(search);
    };
  }, [engine, restoreId, text]);

  const pick = async (customer: BackupCustomer): Promise<void> => {
    setError(null);
    try {
      setPicked({ customer, effect: await engine.compareWithBackup(restoreId, customer.id) });
    } catch (caught) {
      setError(toAppError(caught));
    }
  };
  const bringBack = async ({ customer }: { customer: BackupCustomer }): Promise<void> => {
    const done = t('trust.one.done', { name: customer.name });
    if (await commit((writing) => writing.bringBack(restoreId, customer.id), done)) onDone();
  };
  const sayCounts = (counts: Counts): string =>
    listCounts(counts)
      .map(({ table, count }) => t('history.count', { table: t(`table.${table}`), count }))
      .join(' · ');

  const effect = picked?.effect;
  const isSame = effect !== undefined && effect.conflicts.length === 0 && Object.keys(effect.added).length === 0;
  return (
    <div className={styles.one}>
      <TextField
        label={t('trust.one.search')}
        placeholder={t('trust.one.hint')}
        value={text}
        onChange={(typed) => {
          setText(typed);
          setPicked(null);
        }}
      />
      {error && (
        <Banner tone="seal" isAlert>
          {describe(error)}
        </Banner>
      )}
      {!picked && !found && <p className={styles.muted}>{t('trust.one.searching')}</p>}
      {!picked && found?.length === 0 && <p className={styles.muted}>{t('trust.one.none')}</p>}
      {!picked && found && found.length > 0 && (
        <ul className={styles.known}>
          {found.map((customer) => (
            <li key={customer.id}>
              <PressButton className={styles.choice} onPress={() => void pick(customer)}>
                <strong>{customer.name}</strong>
                <span className={styles.muted}>
                  {[customer.phone, customer.organization].filter(Boolean).join(' · ')}
                </span>
                <span className={styles.number}>{t(`trust.one.${customer.state}`)}</span>
              </PressButton>
            </li>
          ))}
        </ul>
      )}
      {picked && effect && (
        <>
          <h3>{picked.customer.name}</h3>
          {isSame && <p className={styles.muted}>{t('trust.one.nothing')}</p>}
          {effect.conflicts.length > 0 && <ConflictTable conflicts={effect.conflicts} />}
          {Object.keys(effect.added).length > 0 && <p>{t('trust.one.adds', { what: sayCounts(effect.added) })}</p>}
          {Object.keys(effect.kept).length > 0 && (
            <p className={styles.muted}>{t('trust.one.keeps', { what: sayCounts(effect.kept) })}</p>
          )}
          {effect.unrelated > 0 && (
            <p className={styles.muted}>{t('trust.one.unrelated', { count: effect.unrelated })}</p>
          )}
          <div className={styles.momentFields}>
            <Button
              kind="quiet"
              onPress={() => {
                setPicked(null);
              }}
            >
              {t('ui.back')}
            </Button>
            <Button kind="primary" icon={<UserRoundCheck />} isDisabled={isSame} onPress={() => void bringBack(picked)}>
              {t('trust.one.do')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
