import { useState } from 'react';
import { beginningOf } from '#shared/facts/beginning-of.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';

/** A text of any length: one that is too long to be read at a glance begins, and is whole when that is wanted. */
export function LongText({ text }: { text: string }) {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  const beginning = isWhole ? null : beginningOf(text);
  if (beginning === null) return text;
  return (
    <>
      {beginning}…{' '}
      <Button
        kind="quiet"
        size="small"
        onPress={() => {
          setWhole(true);
        }}
      >
        {t('timeline.whole', { count: text.length })}
      </Button>
    </>
  );
}
