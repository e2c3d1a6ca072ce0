import { searchExamples } from '#shared/filter/search-examples.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import styles from './shortcut-sheet.module.css';

/** What may be typed into the search of the customers, each to be tried by a press. */
export function SearchExamples({ onTry }: { onTry: () => void }) {
  const t = useT();
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{t('search.examples')}</h3>
      <ul className={styles.examples}>
        {searchExamples[useLanguage()].map(({ typed, meaning }) => (
          <li key={typed} className={styles.row}>
            <span>{t(meaning)}</span>
            <button
              type="button"
              className={styles.example}
              onClick={() => {
                onTry();
                navigate({ screen: 'customers', search: typed });
              }}
            >
              {typed}
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('search.examples.hint')}</p>
    </section>
  );
}
