import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../../platform/language.tsx';
import { useActivity } from '../../state/activity.ts';
import { useSession } from '../../state/session.ts';
import { useSpace } from '../../state/space.ts';
import { laterComponent } from '../../ui/layout/later.ts';
import { Popover } from '../../ui/overlays/popover.tsx';
import { classNames } from '../../ui/theme/class-names.ts';
import { PressButton } from '../../ui/actions/press-button.tsx';
import styles from './status-line.module.css';

/** What is shorter is seen as at once. */
const momentMs = 100;

const LatestChanges = laterComponent(async () => (await import('./latest-changes.tsx')).LatestChanges);

/** Whether everything is in the journal; opens the latest changes. */
export function SavedPart() {
  const t = useT();
  const isSaving = useIsSaving();
  const isRefusing = useSession((state) => state.readOnlyReason !== null);
  const isDiskFull = useSpace((state) => state.state === 'full');
  const isReadOnly = isRefusing || isDiskFull;
  const words = isReadOnly ? 'status.readOnly' : isSaving ? 'status.saving' : 'status.saved';
  return (
    <Popover
      label={t('status.savedTitle')}
      placement="top start"
      trigger={
        <PressButton className={classNames(styles.part, isReadOnly && styles.warn)}>
          {!isSaving && !isReadOnly && <Check aria-hidden="true" />}
          {t(words)}
        </PressButton>
      }
    >
      <LatestChanges />
    </Popover>
  );
}

/** A write that is over in a moment is not told of: the words would only flicker, and be drawn while somebody waits for it. */
function useIsSaving(): boolean {
  const isPending = useActivity((state) => state.pendingWrites > 0);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isPending) return undefined;
    const timer = window.setTimeout(() => {
      setLong(true);
    }, momentMs);
    return () => {
      window.clearTimeout(timer);
      setLong(false);
    };
  }, [isPending]);
  return isPending && isLong;
}
