import { sayNext, sayWhy } from '#shared/classify/say.ts';
import { classTone, useClassWord } from '../../../display/class-word.tsx';
import type { ClassExplanation } from '../../../engine/api.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import { ChipButton } from '../../../ui/text/chip.tsx';
import styles from './card.module.css';

/** The classes of a customer; each opens to the numbers that put it there and what would change it. */
export function ClassChips({ classes }: { classes: readonly ClassExplanation[] }) {
  return (
    <div className={styles.chips}>
      {classes
        .filter((explanation) => saysSomething(explanation, classes))
        .map((explanation) => (
          <ClassChip key={explanation.dimension} explanation={explanation} />
        ))}
    </div>
  );
}

/** A customer of whom little is known is in catch-all classes of many dimensions; as chips they would only be noise. */
function saysSomething({ dimension, class: key }: ClassExplanation, all: readonly ClassExplanation[]): boolean {
  if (dimension === 'value' || dimension === 'lifecycle') return true;
  if (key === 'unknown' || key === 'none' || key === 'other' || key === 'person') return false;
  return dimension !== 'behaviour' || all.every((other) => other.dimension !== 'lifecycle' || other.class !== key);
}

/** Words that say little without their dimension: “medium” of what? */
const needsDimension: readonly string[] = ['risk'];

function ClassChip({ explanation }: { explanation: ClassExplanation }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const classWord = useClassWord();
  const { dimension, class: key, next } = explanation;
  const word = classWord(dimension, key);
  const title = t(`dimension.${dimension}`);
  return (
    <Popover
      label={t('card.why', { word })}
      trigger={
        <ChipButton tone={classTone(dimension, key)} aria-label={`${title} ${word}`}>
          {needsDimension.includes(dimension) ? `${title} ${word}` : word}
        </ChipButton>
      }
    >
      <div className={styles.why}>
        <h3>
          {title} · {word}
        </h3>
        <p>{sayWhy(language, explanation, today)}</p>
        {next && (
          <>
            <h3>{t('card.whatNext')}</h3>
            <p>{sayNext(language, next, today)}</p>
          </>
        )}
      </div>
    </Popover>
  );
}
