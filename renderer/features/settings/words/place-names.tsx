import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Word } from '#shared/domain/word/word.ts';
import { placeName } from '../../../display/region-name.ts';
import { useWords } from '../../../display/use-words.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useJoin, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import lineStyles from '../lines.module.css';
import { PlaceDialog } from './place-dialog.tsx';
import styles from './words.module.css';

/** The user's own names for places: one that is shorter, or one for several together. */
export function PlaceNames() {
  const t = useT();
  const join = useJoin();
  const commit = useCommit();
  const places = useWords().filter(({ list, deletedAt }) => list === 'region' && !deletedAt);
  const [edited, setEdited] = useState<Word | 'new' | null>(null);
  return (
    <>
      <p className={lineStyles.hint}>{t('words.placesHint')}</p>
      {places.length > 0 && (
        <ul className={lineStyles.lines} aria-label={t('words.list.region')}>
          {places.map((place) => (
            <li key={place.id} className={lineStyles.line}>
              <span className={styles.word}>{place.key}</span>
              <span className={lineStyles.about}>{join((place.codes ?? []).map(placeName))}</span>
              <IconButton
                size="small"
                label={t('words.editPlace', { word: place.key })}
                icon={<Pencil />}
                onPress={() => {
                  setEdited(place);
                }}
              />
              <IconButton
                size="small"
                label={t('words.removePlace', { word: place.key })}
                icon={<Trash2 />}
                onPress={() =>
                  void commit(
                    (engine) =>
                      engine.commit('dictionary/edit', [
                        { table: 'word', id: place.id, after: null, seen: place.version },
                      ]),
                    t('words.placeRemoved', { word: place.key }),
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        kind="quiet"
        size="small"
        edge="start"
        icon={<Plus />}
        onPress={() => {
          setEdited('new');
        }}
      >
        {t('words.add')}
      </Button>
      {edited !== null && (
        <PlaceDialog
          place={edited === 'new' ? null : edited}
          places={places}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </>
  );
}
