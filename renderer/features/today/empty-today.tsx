import { PartyPopper, UserPlus, Users } from 'lucide-react';
import { StarterOffer } from '../../display/starter-offer.tsx';
import type { TodayView } from '../../engine/api.ts';
import { useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { Button } from '../../ui/actions/button.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import styles from './today.module.css';

/** Nothing is due: because everything is done, because nothing was planned yet, or because there is nobody yet. */
export function EmptyToday({ view, isArchiveEmpty }: { view: TodayView; isArchiveEmpty: boolean }) {
  const t = useT();
  if (isArchiveEmpty) {
    return (
      <EmptyState
        icon={<UserPlus />}
        title={t('today.empty.title')}
        actions={
          <>
            <StarterOffer />
            <Button
              onPress={() => {
                navigate({ screen: 'data', intent: 'import' });
              }}
            >
              {t('palette.import')}
            </Button>
            <Button
              kind="primary"
              keys="N"
              onPress={() => {
                navigate({ screen: 'customers', intent: 'new' });
              }}
            >
              {t('customers.new')}
            </Button>
          </>
        }
      >
        {t('today.empty.textNobody')}
      </EmptyState>
    );
  }
  if (view.neglected.length === 0 && view.onTimePercent === null) {
    return (
      <EmptyState
        icon={<Users />}
        title={t('today.empty.title')}
        actions={
          <Button
            onPress={() => {
              navigate({ screen: 'customers' });
            }}
          >
            {t('today.empty.customers')}
          </Button>
        }
      >
        {t('today.empty.textUnplanned')}
      </EmptyState>
    );
  }
  const done = (
    <EmptyState icon={<PartyPopper />} title={t('today.empty.title')}>
      {t(view.neglected.length > 0 ? 'today.empty.text' : 'today.empty.textNone')}
    </EmptyState>
  );
  // Whoever would be glad to hear from the user stands below, and is to be seen without scrolling.
  return view.neglected.length > 0 ? <div className={styles.above}>{done}</div> : done;
}
