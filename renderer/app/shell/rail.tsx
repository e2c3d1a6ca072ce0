import { memo } from 'react';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { navigate, placeOnRail, screenIds, useNavigation, type RailId } from '../../state/navigation.ts';
import { PressButton } from '../../ui/actions/press-button.tsx';
import { HiddenText } from '../../ui/text/hidden-text.tsx';
import { screenIcons } from '../screens.ts';
import { Seal } from '../seal.tsx';
import styles from './rail.module.css';

/** It and those after it stand apart at the foot of the rail. */
const firstAtFoot: RailId = 'safety';

export function Rail() {
  const t = useT();
  const current = useNavigation((state) => placeOnRail(state.target.screen));
  const overview = useEngineQuery('overview', (engine) => engine.overview());
  const due = overview.data?.dueToday ?? 0;
  return (
    <nav className={styles.rail} aria-label={t('nav.rail')}>
      <div className={styles.seal}>
        <Seal />
      </div>
      {screenIds.map((id) => (
        <RailItem key={id} id={id} isCurrent={id === current} badge={id === 'today' && due > 0 ? due : null} />
      ))}
    </nav>
  );
}

interface RailItemProps {
  id: RailId;
  isCurrent: boolean;
  badge: number | null;
}

/** One of seven, of which a change of screens draws two again. */
const RailItem = memo(function RailItem({ id, isCurrent, badge }: RailItemProps) {
  const t = useT();
  const Icon = screenIcons[id];
  return (
    <div className={id === firstAtFoot ? styles.foot : undefined}>
      <PressButton
        className={styles.item}
        tip={t(`nav.${id}`)}
        tipKeys={`Alt+${String(screenIds.indexOf(id) + 1)}`}
        aria-current={isCurrent ? 'page' : 'false'}
        onPress={() => {
          navigate({ screen: id });
        }}
      >
        <Icon aria-hidden="true" />
        <span>{t(`nav.${id}`)}</span>
        {badge !== null && (
          <>
            <span className={styles.badge} aria-hidden="true">
              {badge > 99 ? '99+' : badge}
            </span>
            <HiddenText>{t('nav.dueToday', { count: badge })}</HiddenText>
          </>
        )}
      </PressButton>
    </div>
  );
});
