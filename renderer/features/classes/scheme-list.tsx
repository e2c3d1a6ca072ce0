import type { Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { classLook } from '../../display/class-word.tsx';
import type { SchemeOverview } from '../../engine/api.ts';
import { useT } from '../../platform/language.tsx';
import styles from './classes.module.css';
import { spreadOf } from './spread-of.ts';

interface SchemeListProps {
  schemes: readonly SchemeOverview[];
  shown: Dimension | 'campaign';
  onChange: (shown: Dimension | 'campaign') => void;
}

/** The dimensions, each with a bar that shows how the customers spread over its classes. */
export function SchemeList({ schemes, shown, onChange }: SchemeListProps) {
  const t = useT();
  return (
    <nav className={styles.schemes} aria-label={t('classes.dimensions')}>
      {schemes.map((scheme) => (
        <button
          key={scheme.dimension}
          type="button"
          className={styles.scheme}
          aria-current={scheme.dimension === shown}
          onClick={() => {
            onChange(scheme.dimension);
          }}
        >
          <span className={styles.schemeName}>{t(`dimension.${scheme.dimension}`)}</span>
          <span className={styles.schemeState}>
            {[
              t('classes.coverage', { percent: coveragePercent(scheme) }),
              t('classes.overlap', { count: scheme.overlapping }),
              scheme.unknown > 0 ? t('classes.unknown', { count: scheme.unknown }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <SpreadBar scheme={scheme} />
        </button>
      ))}
      <button
        type="button"
        className={styles.scheme}
        aria-current={shown === 'campaign'}
        onClick={() => {
          onChange('campaign');
        }}
      >
        <span className={styles.schemeName}>{t('campaigns.title')}</span>
        <span className={styles.schemeState}>{t('campaigns.listHint')}</span>
      </button>
    </nav>
  );
}

/** Share of the customers that are in exactly one class; rounded down, so that 100 means everyone. */
function coveragePercent({ covered, total }: SchemeOverview): number {
  return total === 0 ? 100 : Math.floor((covered / total) * 100);
}

function SpreadBar({ scheme: { dimension, classes, total } }: { scheme: SchemeOverview }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      {spreadOf(classes, total).map(({ first, from, percent }) => (
        <rect
          key={first}
          x={from}
          y="0"
          width={Math.max(0, percent - 0.4)}
          height="4"
          data-tone={classLook(dimension, first)[1]}
        />
      ))}
    </svg>
  );
}
