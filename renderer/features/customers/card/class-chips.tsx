import { sayNext, sayWhy } from '#shared/classify/say.ts';
import { classLook, classTone, useClassWord } from '../../../display/class-word.tsx';
import type { ClassExplanation } from '../../../engine/api.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { PopoverChips } from '../../../ui/overlays/popover-chips.tsx';
import { ClassShape } from '../../../ui/text/class-mark.tsx';
import styles from './card.module.css';

/** The classes of a customer; each opens to the numbers that put it there and what would change it. */
export function ClassChips({ classes }: { classes: readonly ClassExplanation[] }) {
  const t = useT();
  const classWord = useClassWord();
  return (
    <PopoverChips
      className={styles.chips}
      chips={classes
        .filter((explanation) => saysSomething(explanation, classes))
        .map((explanation) => {
          const { dimension, class: key } = explanation;
          const word = classWord(dimension, key);
          const title = t(`dimension.${dimension}`);
          return {
            id: dimension,
            tone: classTone(dimension, key),
            sign: <ClassShape shape={classLook(dimension, key)[0]} />,
            text: needsDimension.includes(dimension) ? `${title} ${word}` : word,
            spoken: `${title} ${word}`,
            label: t('card.why', { word }),
            content: <Why explanation={explanation} title={`${title} · ${word}`} />,
          };
        })}
    />
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

function Why({ explanation, title }: { explanation: ClassExplanation; title: string }) {
  const t = useT();
  const world = { language: useLanguage(), currency: useCurrency(), today: useToday() };
  const { next } = explanation;
  return (
    <div className={styles.why}>
      <h3>{title}</h3>
      <p>{sayWhy(world, explanation)}</p>
      {explanation.isOpened && <p>{t('why.opened')}</p>}
      {next && (
        <>
          <h3>{t('card.whatNext')}</h3>
          <p>{sayNext(world, next)}</p>
        </>
      )}
    </div>
  );
}
