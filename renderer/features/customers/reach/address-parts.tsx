import { wayRules } from '#shared/reach/ways.ts';
import { ownPlaces } from '#shared/words/places.ts';
import { useWords } from '../../../display/use-words.ts';
import { useT } from '../../../platform/language.tsx';
import styles from './reach.module.css';

export const addressParts = ['province', 'city', 'district', 'street', 'postcode', 'country'] as const;

/** How a line is understood, part by part, before it is saved. */
export function AddressParts({ text }: { text: string }) {
  const t = useT();
  const words = useWords();
  const [first] = text.trim() === '' ? [] : wayRules.addresses.read(text, { places: ownPlaces(words) });
  if (typeof first !== 'object' || first.regionCode === undefined) return null;
  return (
    <dl className={styles.parts}>
      {addressParts
        .filter((part) => first[part] !== undefined)
        .map((part) => (
          <div key={part}>
            <dt>{t(`reach.part.${part}`)}</dt>
            <dd>{first[part]}</dd>
          </div>
        ))}
    </dl>
  );
}
