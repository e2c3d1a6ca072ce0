import { Button } from 'react-aria-components';
import { useEngineQuery } from '../../engine/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { navigate, screenIds, useNavigation, type ScreenId } from '../../state/navigation.ts';
import { classNames } from '../../ui/theme/class-names.ts';
import { HiddenText } from '../../ui/text/hidden-text.tsx';
import { Tooltip } from '../../ui/overlays/tooltip.tsx';
import { screenIcons } from '../screens.ts';
import { Seal } from '../seal.tsx';
import styles from './rail.module.css';

/** The screens that stand apart at the foot of the rail. */
const atFoot: ReadonlySet<ScreenId> = new Set(['safety', 'settings']);

export function Rail() {
  const t = useT();
  const current = useNavigation((state) => state.target.screen);
  const overview = useEngineQuery('overview', (engine) => engine.overview());
  const due = overview.data?.dueToday ?? 0;
  return (
    <nav className={styles.rail} aria-label={t('nav.rail')}>
      <div className={styles.seal}>
        <Seal />
      </div>
      {screenIds.map((id, index) => {
        const Icon = screenIcons[id];
        const badge = id === 'today' && due > 0 ? due : null;
        const isFirstAtFoot = id === 'safety';
        return (
          <div key={id} className={classNames(styles.slot, atFoot.has(id) && isFirstAtFoot && styles.foot)}>
            <Tooltip text={t(`nav.${id}`)} keys={`Alt+${String(index + 1)}`}>
              <Button
                className={styles.item ?? ''}
                aria-current={id === current ? 'page' : 'false'}
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
              </Button>
            </Tooltip>
          </div>
        );
      })}
    </nav>
  );
}
