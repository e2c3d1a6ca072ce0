import { Pencil, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { sayYearlyDate } from '#shared/i18n/say-yearly-date.ts';
import { removeAt } from '#shared/reach/lists.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import card from '../card/card.module.css';
import { FactHistory } from '../card/fact-history.tsx';
import { valueMark } from '../card/focus-values.ts';
import tools from '../card/row-tools.module.css';
import { customerOwner, draftWith, useOwnerCommit } from '../card/owner.ts';
import { usePutBack } from '../card/use-put-back.ts';
import { anniversaryPlace } from './anniversary-place.ts';
import { AnniversaryDialog } from '../dialogs.ts';
import { BirthdayDates } from './birthday-dates.tsx';
import { comingDays } from './coming-days.ts';
import styles from './dates.module.css';
import { NextDates } from './next-dates.tsx';

/** The days of every year that are kept for a customer besides the birthday, each with when it falls next. */
export function Anniversaries({ dossier, isWhole }: { dossier: Dossier; isWhole: boolean }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const owner = customerOwner(dossier, useCurrency());
  const save = useOwnerCommit(owner);
  const putBack = usePutBack();
  const { unsaved } = useEngineAccess();
  const { customer } = dossier;
  const { anniversaries } = customer;
  /** The place whose dialog is open; the end of the list is the place of a new one. */
  const [edited, setEdited] = useState<number | null>(null);
  const field = t('field.anniversaries');
  const left = unsaved.read(anniversaryPlace(unsaved, customer, anniversaries.length)) !== null;
  if (anniversaries.length === 0 && !isWhole && !left && edited === null) return null;

  const add = () => {
    setEdited(anniversaries.length);
  };
  return (
    <div className={card.fact}>
      <dt>{field}</dt>
      <dd>
        {anniversaries.length === 0 ? (
          <button
            type="button"
            {...valueMark}
            className={classNames(card.factValue, card.factEmpty)}
            aria-label={t('facts.add', { field })}
            onClick={add}
          >
            —
          </button>
        ) : (
          <ul className={tools.rows}>
            {anniversaries.map(({ label, date }, at) => {
              const day = sayYearlyDate(language, date);
              const coming = comingDays(language, date, today);
              return (
                <li key={at} className={tools.row}>
                  <button
                    type="button"
                    {...valueMark}
                    className={card.factValue}
                    aria-label={`${t('facts.edit', { field })}: ${label} ${day} ${coming.join(' · ')}`}
                    onClick={() => {
                      setEdited(at);
                    }}
                  >
                    {label} <span className={styles.day}>{day}</span>
                    <BirthdayDates days={coming} />
                  </button>
                  <span className={tools.tools}>
                    <NextDates label={label} date={date} counts="years" />
                    <IconButton
                      label={t('dates.remove', { label })}
                      size="small"
                      icon={<X />}
                      onPress={() =>
                        void save(
                          draftWith(customer, { anniversaries: removeAt(anniversaries, at) }),
                          t('dates.removed', { label }),
                        )
                      }
                    />
                  </span>
                </li>
              );
            })}
          </ul>
        )}
      </dd>
      <dd className={classNames(card.factTools, card.byName)}>
        <IconButton
          label={t(left ? 'dates.goOn' : 'dates.add')}
          size="small"
          icon={left ? <Pencil /> : <Plus />}
          onPress={add}
        />
        <FactHistory
          label={field}
          record={customer}
          isFilled={anniversaries.length > 0}
          entries={owner.history.filter((entry) => entry.field === 'anniversaries')}
          onPutBack={(entry) =>
            void putBack(entry, (before) =>
              save(
                draftWith(customer, { anniversaries: Array.isArray(before) ? (before as typeof anniversaries) : [] }),
                t('facts.saved', { field }),
              ),
            )
          }
        />
      </dd>
      {edited !== null && (
        <AnniversaryDialog
          customer={customer}
          at={edited}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </div>
  );
}
