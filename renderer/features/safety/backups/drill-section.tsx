import { History, ShieldAlert, ShieldCheck, ShieldX, type LucideIcon } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { decideDrillState, type DrillState } from '#shared/backup/drill.ts';
import { appError } from '#shared/errors/app-error.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useMinute } from '../../../platform/clock.ts';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { callMain } from '../../../platform/main-api.ts';
import { refreshBackupStatus, type BackupStatus } from '../../../state/backup-status.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { countRecords } from './count-records.ts';
import styles from './drill-section.module.css';
import { isErrorCode } from './is-error-code.ts';

const looks: Record<DrillState, { icon: LucideIcon; tone: string | undefined }> = {
  'nothing-to-try': { icon: History, tone: undefined },
  due: { icon: History, tone: undefined },
  overdue: { icon: ShieldAlert, tone: styles.warn },
  passed: { icon: ShieldCheck, tone: styles.good },
  failed: { icon: ShieldX, tone: styles.seal },
};

/** Whether the newest backup outside this computer can be restored, as was tried. */
export function DrillSection({ drill, backups }: BackupStatus) {
  const t = useT();
  const now = useMinute();
  const [isRunning, run] = useDrill();
  const outside = backups.filter(({ folderId }) => folderId !== 'local').map(({ createdAt }) => createdAt);
  const state = decideDrillState(drill, outside.sort()[0] ?? null, now);
  const { icon: Icon, tone } = looks[state];
  const { title, detail } = useWords(state, drill);
  return (
    <Section
      title={t('safety.drill')}
      intro={t('safety.drill.intro')}
      actions={
        <Button size="small" isPending={isRunning} isDisabled={outside.length === 0} onPress={run}>
          {t('safety.drill.now')}
        </Button>
      }
    >
      <div className={classNames(styles.drill, tone)}>
        <Icon className={styles.icon} aria-hidden="true" />
        <div role="status">
          <p className={styles.title}>{isRunning ? t('safety.drill.running') : title}</p>
          {!isRunning && detail !== null && <p className={styles.detail}>{detail}</p>}
        </div>
      </div>
    </Section>
  );
}

function useWords(state: DrillState, drill: BackupStatus['drill']): { title: string; detail: ReactNode } {
  const t = useT();
  const describe = useDescribeError();
  const { formats } = useKit();
  if (!drill || state === 'nothing-to-try') {
    const key = state === 'overdue' ? 'overdueNever' : state === 'nothing-to-try' ? state : 'due';
    return { title: t(`safety.drill.${key}`), detail: null };
  }
  const { folder, counts, failure, elapsedMs } = drill;
  const date = formats.instant(drill.at);
  const made = formats.instant(drill.createdAt);
  if (state === 'failed') {
    const code = failure ?? '';
    const reason = describe(isErrorCode(code) ? appError(code) : appError('restore/failed', { reason: code }));
    return {
      title: t('safety.drill.failed', { date }),
      detail: t('safety.drill.failedDetail', { folder, made, reason }),
    };
  }
  if (state !== 'passed')
    return { title: t(`safety.drill.${state === 'due' ? 'again' : 'overdue'}`, { date }), detail: null };
  const records = countRecords(counts ?? {});
  const customers = counts?.['customer'] ?? 0;
  const seconds = Math.max(1, Math.round(elapsedMs / 1000));
  return {
    title: t('safety.drill.passed', { date }),
    detail: t('safety.drill.passedDetail', { folder, made, customers, records, seconds }),
  };
}

/** Whether a drill is under way, whoever began it, and what begins one. */
function useDrill(): [isRunning: boolean, run: () => void] {
  const [isMine, setIsMine] = useState(false);
  const [isTheirs, setIsTheirs] = useState(false);
  useEffect(() => {
    const look = (): void => {
      callMain('backup/progress', {}).then(
        ({ isDrilling }) => setIsTheirs(isDrilling),
        () => setIsTheirs(false),
      );
    };
    look();
    const timer = window.setInterval(look, 5000);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  const run = async (): Promise<void> => {
    setIsMine(true);
    try {
      await callMain('backup/drill', {});
    } catch (error) {
      reportFailure(error);
    } finally {
      await refreshBackupStatus();
      setIsMine(false);
    }
  };
  return [isMine || isTheirs, () => void run()];
}
