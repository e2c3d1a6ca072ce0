import { useState, type KeyboardEvent } from 'react';
import { isUsable, rulesOf, type Way } from '#shared/reach/ways.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useToday } from '../../../platform/clock.ts';
import { isComposing } from '../../../ui/theme/keyboard.ts';
import { classNames } from '../../../ui/theme/class-names.ts';
import { useIsChecking } from '../check-up/checking.ts';
import card from '../card/card.module.css';
import { valueMark } from '../card/focus-values.ts';
import tools from '../card/row-tools.module.css';
import { LabelField, LabelMenu } from './label-menu.tsx';
import { ReachMenu } from './reach-menu.tsx';
import { sayReach } from './say-reach.ts';
import styles from './reach.module.css';
import type { ReachDeeds } from './use-reach.ts';

interface ReachRowProps {
  way: Way;
  at: number;
  deeds: ReachDeeds;
  onEdit: () => void;
  /** Opens the boxes for the parts of an address. */
  onParts: () => void;
}

/** One number, account, mail or address with what is known of it. What cannot be used any more is struck and quiet. */
export function ReachRow({ way, at, deeds, onEdit, onParts }: ReachRowProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  // There the key says so of all the details.
  const isChecking = useIsChecking();
  const [isNaming, setNaming] = useState(false);
  const reach = deeds.list[at];
  if (reach === undefined) return null;
  const shown = rulesOf(way).show(reach);
  const { status, verified, kind } = sayReach(way, reach, { t, language, today });
  const details = [reach.label, kind, status, verified].filter((detail) => detail !== undefined && detail !== '');

  const move = (event: KeyboardEvent<HTMLElement>, to: number) => {
    event.preventDefault();
    // Of a long list only as many as are shown; the keyboard goes along.
    const values = event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('[data-value]');
    if (!values?.[to]) return;
    deeds.move(at, to);
    values[to].focus();
  };
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return;
    if (event.altKey && event.key === 'ArrowUp') move(event, at - 1);
    else if (event.altKey && event.key === 'ArrowDown') move(event, at + 1);
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.key.toLowerCase() === 'v' && !isChecking) {
      event.preventDefault();
      deeds.verify(at);
    } else if (event.key.toLowerCase() === 'c') {
      event.preventDefault();
      deeds.copy(at);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      deeds.remove(at);
    }
  };
  return (
    <div className={classNames(styles.row, tools.row)}>
      <button
        type="button"
        {...valueMark}
        className={classNames(card.factValue, styles.value)}
        aria-label={`${t('facts.edit', { field: t(`field.${way}`) })}: ${[shown, ...details].join(' · ')}`}
        onClick={onEdit}
        onKeyDown={handleKey}
      >
        <span className={isUsable(reach) ? styles.text : styles.dead}>{shown}</span>
        {details.length > 0 && (
          <span className={classNames(styles.details, !isUsable(reach) && styles.warn)}>{details.join(' · ')}</span>
        )}
      </button>
      {isNaming ? (
        <LabelField
          way={way}
          reach={reach}
          onTake={(label) => {
            setNaming(false);
            if (label !== (reach.label ?? '')) deeds.change(at, { label: label === '' ? undefined : label });
          }}
          onClose={() => {
            setNaming(false);
          }}
        />
      ) : (
        <span className={tools.tools}>
          <LabelMenu
            way={way}
            at={at}
            deeds={deeds}
            onOwnLabel={() => {
              setNaming(true);
            }}
          />
          <ReachMenu way={way} at={at} deeds={deeds} onParts={onParts} />
        </span>
      )}
    </div>
  );
}
