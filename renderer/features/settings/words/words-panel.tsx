import { Plus } from 'lucide-react';
import { useState } from 'react';
import { wordLists, type WordList } from '#shared/domain/word/word.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import lineStyles from '../lines.module.css';
import { NewWordDialog } from './new-word-dialog.tsx';
import { PlaceNames } from './place-names.tsx';
import type { CountedList } from './counted-words.ts';
import { useListed } from './use-listed.ts';
import { WordLine } from './word-line.tsx';
import styles from './words.module.css';

/** At first, and at each press. */
const shownAtOnce = 100;

/** The lists of words that customers are described with: ordered, renamed, hidden, joined in one place. */
export function WordsPanel() {
  const t = useT();
  const [list, setList] = useState<WordList>('source');
  return (
    <Section title={t('words.title')} intro={t('words.intro')}>
      <div className={styles.choice}>
        <SegmentedControl
          label={t('words.title')}
          segments={wordLists.map((id) => ({ id, label: t(`words.list.${id}`) }))}
          value={list}
          onChange={setList}
        />
      </div>
      {list === 'region' ? <PlaceNames /> : <WordLines key={list} list={list} />}
    </Section>
  );
}

function WordLines({ list }: { list: CountedList }) {
  const t = useT();
  const [limit, setLimit] = useState(shownAtOnce);
  const [isAdding, setAdding] = useState(false);
  const words = useListed(list);
  const shown = words?.slice(0, limit);
  const name = t(`words.list.${list}`);
  return (
    <>
      {words?.length === 0 ? (
        <p className={lineStyles.empty}>{t('words.empty', { field: name })}</p>
      ) : (
        <ul className={lineStyles.lines} aria-label={name}>
          {shown?.map((word) => (
            <WordLine key={word.key} list={list} word={word} words={words ?? []} />
          ))}
        </ul>
      )}
      {words && shown && words.length > shown.length && (
        <Button
          kind="quiet"
          size="small"
          edge="start"
          onPress={() => {
            setLimit(limit + shownAtOnce);
          }}
        >
          {t('words.more', { count: words.length - shown.length })}
        </Button>
      )}
      {list === 'relation' ? (
        <p className={lineStyles.hint}>{t('words.kindsElsewhere')}</p>
      ) : (
        <Button
          kind="quiet"
          size="small"
          edge="start"
          icon={<Plus />}
          onPress={() => {
            setAdding(true);
          }}
        >
          {t('words.add')}
        </Button>
      )}
      {isAdding && list !== 'relation' && (
        <NewWordDialog
          list={list}
          words={words ?? []}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </>
  );
}
