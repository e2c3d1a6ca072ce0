import { useState } from 'react';
import type { Word } from '#shared/domain/word/word.ts';
import { readWords } from '#shared/formats/values/word-list.ts';
import { splitAddress } from '#shared/match/region/resolve-address.ts';
import { cleanText, foldText } from '#shared/match/text.ts';
import { placeName } from '../../../display/region-name.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { newId } from '../../../platform/ids.ts';
import { useJoin, useT } from '../../../platform/language.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import lineStyles from '../lines.module.css';
import { WordDialog } from './word-dialog.tsx';

interface PlaceDialogProps {
  /** `null` for a new one. */
  place: Word | null;
  places: readonly Word[];
  onClose: () => void;
}

const mostCodes = 100;

/** A district may be written without what it is: 黄浦 for 黄浦区. */
function readPlace(word: string): string | undefined {
  const written = ['', '市', '区', '县'].map((kind) => splitAddress(`${word}${kind}`)?.regionCode);
  return written.find((code) => code !== undefined);
}

/** A name for one or several regions, which are written as in an address. */
export function PlaceDialog({ place, places, onClose }: PlaceDialogProps) {
  const t = useT();
  const join = useJoin();
  const commit = useCommit();
  const [text, setText] = useState(place?.key ?? '');
  const [written, setWritten] = useState((place?.codes ?? []).map(placeName).join(t('exports.comma')));
  const name = cleanText(text);
  const isTaken = places.some(({ id, key }) => id !== place?.id && foldText(key) === foldText(name));
  const read = readWords(written).map((word) => ({
    word,
    code: readPlace(word),
  }));
  const unknown = read.filter(({ code }) => code === undefined).map(({ word }) => word);
  const codes = [...new Set(read.flatMap(({ code }) => code ?? []))].slice(0, mostCodes);
  const isReady = name !== '' && !isTaken && codes.length > 0 && unknown.length === 0;
  const save = () => {
    const id = place?.id ?? newId();
    const after = { id, list: 'region' as const, key: name, codes };
    return commit(
      (engine) =>
        engine.commit('dictionary/edit', [{ table: 'word', id, after, ...(place && { seen: place.version }) }]),
      t('words.added', { word: name }),
    );
  };
  return (
    <WordDialog
      title={t('words.addTo', { list: t('words.list.region') })}
      isReady={isReady}
      onSave={save}
      onClose={onClose}
    >
      {(onEnter) => (
        <div className={lineStyles.form}>
          <TextField
            label={t('words.placeName')}
            autoFocus
            maxLength={60}
            value={text}
            onChange={setText}
            error={isTaken ? t('words.taken') : undefined}
          />
          <TextField
            label={t('words.placeMeans')}
            value={written}
            onChange={setWritten}
            onEnter={onEnter}
            description={codes.length > 0 ? join(codes.map(placeName)) : t('words.placeExample')}
            error={unknown.length > 0 ? t('words.placeUnknown', { words: join(unknown) }) : undefined}
          />
        </div>
      )}
    </WordDialog>
  );
}
