import { useState } from 'react';
import { wordFields, type WordField } from '#shared/rewrite/rewrite.ts';
import { useEngineQuery } from '../../../engine/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { WordLine } from './word-line.tsx';
import styles from './words.module.css';

const shownAtFirst = 100;

/** The words that customers have for what they do, how large they are, where they came from: tidied in one place. */
export function WordsPanel() {
  const t = useT();
  const [field, setField] = useState<WordField>('industry');
  const [isWhole, setWhole] = useState(false);
  const { data: words } = useEngineQuery(`value-use:${field}`, (engine) => engine.valueUse(field));
  const shown = isWhole ? words : words?.slice(0, shownAtFirst);
  return (
    <Section title={t('words.title')} intro={t('words.intro')}>
      <div className={styles.choice}>
        <SegmentedControl
          label={t('words.title')}
          segments={wordFields.map((id) => ({ id, label: t(`field.${id}`) }))}
          value={field}
          onChange={(id) => {
            setField(id);
            setWhole(false);
          }}
        />
      </div>
      {words?.length === 0 ? (
        <p className={styles.empty}>{t('words.empty', { field: t(`field.${field}`) })}</p>
      ) : (
        <ul className={styles.lines} aria-label={t(`field.${field}`)}>
          {shown?.map(({ value, count }) => (
            <WordLine key={`${field}:${value}`} field={field} word={value} count={count} words={words ?? []} />
          ))}
        </ul>
      )}
      {words && shown && words.length > shown.length && (
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            setWhole(true);
          }}
        >
          {t('classes.more', { count: words.length - shown.length })}
        </Button>
      )}
    </Section>
  );
}
