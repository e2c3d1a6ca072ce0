import { useState } from 'react';
import { ClassWord, useClassWord } from '../../display/class-word.tsx';
import type { SchemeOverview } from '../../engine/api.ts';
import { useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Amount } from '../../ui/text/amount.tsx';
import { TextLink } from '../../ui/text/text-link.tsx';
import styles from './classes.module.css';

const shownAtFirst = 20;

/** The classes of one dimension; a press on a class shows its customers. */
export function ClassTable({ scheme }: { scheme: SchemeOverview }) {
  const t = useT();
  const word = useClassWord();
  const [isWhole, setWhole] = useState(false);
  const { dimension, total } = scheme;
  const sorted = dimension === 'region' ? scheme.classes.toSorted((a, b) => b.count - a.count) : scheme.classes;
  const shown = isWhole ? sorted : sorted.slice(0, shownAtFirst);
  const largest = Math.max(1, ...scheme.classes.map((entry) => entry.count));
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t(`dimension.${dimension}`)}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('classes.class')}</th>
            <th scope="col" className={styles.number}>
              {t('classes.customers')}
            </th>
            <th scope="col" className={styles.number}>
              {t('classes.share')}
            </th>
            <th scope="col" aria-hidden="true" className={styles.barColumn} />
            <th scope="col" className={styles.number}>
              {t('classes.revenue')}
            </th>
            <th scope="col" className={styles.number}>
              {t('classes.moves')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => (
            <tr key={entry.class}>
              <th scope="row">
                <TextLink
                  look="bare"
                  aria-label={t('classes.show', { word: word(dimension, entry.class), count: entry.count })}
                  onPress={() => {
                    navigate({ screen: 'customers', filter: { dimension, class: entry.class } });
                  }}
                >
                  <ClassWord dimension={dimension} value={entry.class} />
                </TextLink>
              </th>
              <td className={styles.number}>{entry.count.toLocaleString()}</td>
              <td className={styles.number}>{total === 0 ? '—' : `${((entry.count / total) * 100).toFixed(1)}%`}</td>
              <td aria-hidden="true">
                <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none">
                  <rect x="0" y="0" width={(entry.count / largest) * 100} height="4" data-tone="action" />
                </svg>
              </td>
              <td className={styles.number}>
                <Amount fen={entry.revenueFen} isWhole />
              </td>
              <td className={styles.number}>
                {entry.movedIn > 0 && (
                  <span className={styles.in}>{t('classes.movedIn', { count: entry.movedIn })}</span>
                )}{' '}
                {entry.movedOut > 0 && (
                  <span className={styles.out}>{t('classes.movedOut', { count: entry.movedOut })}</span>
                )}
                {entry.movedIn + entry.movedOut === 0 && '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > shown.length && (
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            setWhole(true);
          }}
        >
          {t('classes.more', { count: sorted.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
