import { HardDriveDownload, ShieldAlert, ShieldCheck, ShieldQuestion, ShieldX, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { backUp, stopBackingUp, useBackupRun } from '../../../display/backup-run.ts';
import { formatElapsed } from '../../../display/format-elapsed.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useMinute } from '../../../platform/clock.ts';
import { useDescribeError, useLanguage, useT } from '../../../platform/language.tsx';
import { useActivity } from '../../../state/activity.ts';
import { useBackupStatus } from '../../../state/backup-status.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { countRecords } from './count-records.ts';
import { decideHeadline, type Headline as State } from './decide-headline.ts';
import styles from './headline.module.css';
import { useFolderName } from './use-folder-name.ts';

const looks: Record<State['kind'] | 'partly', { icon: LucideIcon; tone: string | undefined }> = {
  unknown: { icon: ShieldQuestion, tone: undefined },
  running: { icon: HardDriveDownload, tone: styles.action },
  failed: { icon: ShieldX, tone: styles.seal },
  partly: { icon: ShieldX, tone: styles.warn },
  none: { icon: ShieldAlert, tone: styles.seal },
  missing: { icon: ShieldQuestion, tone: styles.warn },
  old: { icon: ShieldAlert, tone: styles.warn },
  good: { icon: ShieldCheck, tone: styles.good },
};

/** How things stand with the backups, in one sentence and a shape; and what to do about it. */
export function Headline() {
  const t = useT();
  const engine = useEngine();
  const now = useMinute();
  const status = useBackupStatus();
  const run = useBackupRun();
  const task = useActivity((state) => state.tasks.find(({ id }) => id === 'backup'));
  const state = decideHeadline(status, run, task, now);
  const { icon: Icon, tone } = looks[state.kind === 'failed' && state.made > 0 ? 'partly' : state.kind];
  const { title, detail } = useWords(state, now);
  const asksForFolder = state.kind === 'missing' || (state.kind === 'none' && !state.hasFolder);
  return (
    <section className={classNames(styles.headline, tone)} aria-label={t('safety.state.label')}>
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        <div role="status">
          <h2 className={styles.title}>{title}</h2>
        </div>
        <div className={styles.detail}>{detail}</div>
        {run.ended?.isStopped === true && state.kind !== 'running' && (
          <p className={styles.detail}>{t('safety.state.stopped')}</p>
        )}
      </div>
      {state.kind === 'running' ? (
        <div className={styles.progress}>
          <ProgressBar
            label={t(`backup.${state.isVerifying ? 'verifying' : (state.current?.step ?? 'packing')}`)}
            done={state.done}
            total={state.total}
            detail={
              state.current?.isStopping === true
                ? t('safety.state.stopping')
                : state.current?.folder && state.current.of > 1
                  ? t('safety.state.of', { at: state.current.at, of: state.current.of })
                  : undefined
            }
            {...(state.current && !state.current.isStopping ? { onCancel: () => void stopBackingUp(engine) } : {})}
          />
        </div>
      ) : (
        <Button
          kind="primary"
          size="large"
          icon={<HardDriveDownload />}
          isDisabled={state.kind === 'unknown'}
          onPress={() => void backUp(engine, 'hand')}
        >
          {t(asksForFolder ? 'safety.chooseAndBackUp' : 'safety.backUp')}
        </Button>
      )}
    </section>
  );
}

/** The title and the sentence of a state: what is safe first, then what is not. */
function useWords(state: State, now: string): { title: string; detail: ReactNode } {
  const t = useT();
  const language = useLanguage();
  const describe = useDescribeError();
  const { formats } = useKit();
  const folderName = useFolderName();
  const overview = useEngineQuery('overview', (engine) => engine.overview());
  switch (state.kind) {
    case 'unknown':
      return { title: t('safety.state.unknown'), detail: null };
    case 'running':
      return {
        title: state.current?.folder
          ? t('safety.state.running', { folder: state.current.folder.label })
          : t('safety.state.runningLocal'),
        detail: t('safety.state.runningDetail'),
      };
    case 'failed':
      return {
        title: t(state.made > 0 ? 'safety.state.partly' : 'safety.state.failed'),
        detail: (
          <>
            <p>{state.made > 0 ? t('safety.state.partlySafe', { made: state.made }) : t('safety.state.failedSafe')}</p>
            {state.failures.map(({ folder, error }) => (
              <p key={folder}>
                {folder === '' ? describe(error) : t('safety.state.failedIn', { folder, reason: describe(error) })}
              </p>
            ))}
          </>
        ),
      };
    case 'none':
      return {
        title: t('safety.state.none'),
        detail: t(state.hasFolder ? 'safety.state.noneYetDetail' : 'safety.state.noneDetail'),
      };
    case 'missing':
      return {
        title: t('safety.state.missing'),
        detail: (
          <>
            <p>{t('safety.state.missingDetail')}</p>
            {state.lastVerifiedAt !== null && (
              <p>{t('safety.state.missingLast', { when: formatElapsed(language, state.lastVerifiedAt, now) })}</p>
            )}
          </>
        ),
      };
    case 'old': {
      const isUnchanged = overview.data !== undefined && overview.data.seq <= state.backup.seq;
      const detail = isUnchanged ? 'safety.state.oldUnchangedDetail' : 'safety.state.oldDetail';
      return {
        title: t('safety.state.old', {
          days: Math.floor((Date.parse(now) - Date.parse(state.verifiedAt)) / 86_400_000),
        }),
        detail: t(state.isAway ? 'safety.state.oldAwayDetail' : detail, {
          date: formats.instant(state.backup.createdAt),
          folder: folderName(state.backup.folderId),
        }),
      };
    }
    case 'good': {
      const { counts, folderId, seq } = state.backup;
      const since = overview.data && (overview.data.seq > seq ? 'safety.state.changedSince' : 'safety.state.unchanged');
      return {
        title: t('safety.state.good', { when: formatElapsed(language, state.verifiedAt, now) }),
        detail: (
          <>
            <p>{t('safety.state.goodDetail', { records: countRecords(counts ?? {}), folder: folderName(folderId) })}</p>
            {since && <p>{t(state.isAway ? 'safety.state.away' : since)}</p>}
          </>
        ),
      };
    }
  }
}
