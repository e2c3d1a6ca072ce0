import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { beginningOf } from '#shared/facts/beginning-of.ts';
import type { Fact } from '#shared/facts/fact.ts';
import { withPutBack } from '#shared/facts/put-back.ts';
import type { FilterField } from '#shared/filter/fields.ts';
import { readWords, writeWords } from '#shared/formats/values/word-list.ts';
import type { Draft } from '../../../engine/api.ts';
import { useCodeWords } from '../../../display/use-words.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { localToday, useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { PickList } from '../../../ui/fields/pick-list.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { TextField, type TextFieldProps } from '../../../ui/fields/text-field.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { BirthdayDates } from '../dates/birthday-dates.tsx';
import { comingDays } from '../dates/coming-days.ts';
import { NextDates } from '../dates/next-dates.tsx';
import { AnswerTools, answeringKeys } from '../answers/answer-tools.tsx';
import type { FactAnswer } from '../answers/use-answers.ts';
import styles from './card.module.css';
import { FactHistory } from './fact-history.tsx';
import { placeOf, useOwnerCommit, type Owner } from './owner.ts';
import { TwinsWarning } from './twins-warning.tsx';
import { useInPlace, type After } from './use-in-place.ts';
import { usePutBack } from './use-put-back.ts';
import { ValueButton } from './value-button.tsx';
import { listOf, WordField } from './word-field.tsx';

interface FactRowProps<R extends Customer | Contact> {
  fact: Fact<R, Draft<R>>;
  owner: Owner<R>;
  /** What is said in place of a value, of facts that can be answered. */
  answer?: FactAnswer;
}

/** As much of a long text as stands beside its name. */
const mostBeside = 40;

/** One fact: a click or Enter edits it in place, Enter or leaving saves, Tab goes on, Escape leaves it as it was. */
export function FactRow<R extends Customer | Contact>({ fact, owner, answer }: FactRowProps<R>) {
  const t = useT();
  const language = useLanguage();
  const currency = useCurrency();
  const today = useToday();
  const save = useOwnerCommit(owner);
  const putBackWhole = usePutBack();
  const { record, history, customerId } = owner;
  const { button, frame, text, isBroughtBack, problem, setProblem, open, type, close } = useInPlace(
    placeOf(owner, fact.key),
  );
  const label = t(fact.label);
  const value = fact.read(record, currency, language);

  const take = async (next: string, after: After) => {
    if (next === value) {
      close(after);
      return;
    }
    const written = fact.write(draftOf(record), next, localToday(), currency);
    if ('problem' in written) {
      setProblem(t(written.problem));
      return;
    }
    close(after);
    const committed = await save(written.draft, t('facts.saved', { field: label }));
    if (!committed && !fact.choices) type(next);
  };
  /** The stored value itself, so that nothing is lost by way of words. */
  const putBack = (entry: FieldHistoryEntry) =>
    putBackWhole(entry, (earlier) =>
      save(withPutBack(draftOf(record), history, entry, earlier), t('facts.saved', { field: label })),
    );

  const birthday = fact.key === 'birthday' ? record.birthday : undefined;
  const coming = birthday ? comingDays(language, birthday, today) : [];
  const codes = useCodeWords(fact.list ?? 'source');
  const isCode = fact.list !== undefined;
  const choices = isCode
    ? codes.options(value)
    : fact.choices?.map((choice) => ({ id: choice.id, label: t(choice.label) }));
  const whole =
    isCode && value !== '' ? codes.name(value) : fact.show ? fact.show(record, t, language, currency) : value;
  /** The rest of a text of many pages is read where it is edited. */
  const beginning = beginningOf(whole);
  const shown = beginning ?? whole;
  const goesOn = beginning === null ? '' : `… ${t('facts.goesOn', { count: whole.length })}`;
  const entries = history.filter((entry) => entry.field === fact.key || answer?.entries.includes(entry));
  /** What takes more than a line or two is read and written across the card. */
  const isWide = fact.isLong === true && (text !== null || whole.length > mostBeside || whole.includes('\n'));
  const box = {
    label,
    isLabelHidden: true,
    autoFocus: !isBroughtBack,
    value: text ?? '',
    onChange: type,
    onEscape: () => {
      close('back');
    },
    onBlur: () => void take(text ?? '', 'stay'),
  };
  return (
    <div className={classNames(styles.fact, isWide && styles.wide, text !== null && !isWide && styles.edited)}>
      <dt>{label}</dt>
      <dd>
        {text === null ? (
          <ValueButton
            ref={button}
            label={label}
            value={shown}
            goesOn={goesOn}
            answer={answer}
            follows={coming.join(' · ')}
            onEdit={() => {
              open(value);
            }}
          >
            {birthday && <BirthdayDates days={coming} />}
          </ValueButton>
        ) : (
          <div
            ref={frame}
            role="presentation"
            onKeyDown={(event) => {
              answeringKeys(answer, () => {
                close('back');
              })(event);
              // A text box says so itself; an open list of choices is closed by the key first.
              if (!choices || event.key !== 'Escape') return;
              event.stopPropagation();
              close('back');
            }}
          >
            {choices && fact.isMultiple ? (
              <PickList
                label={label}
                placeholder={t('filters.pickValues')}
                isMultiple
                startsOpen
                sections={[{ id: fact.key, options: choices }]}
                chosen={readWords(text)}
                onChange={(chosen) => {
                  type(writeWords(chosen));
                }}
                onClose={() => void take(text, 'back')}
              />
            ) : choices ? (
              <Select
                label={label}
                isLabelHidden
                autoFocus
                value={text}
                options={fact.isRequired ? choices : [{ id: '', label: '—' }, ...choices]}
                onChange={(next) => void take(next, 'back')}
              />
            ) : fact.isLong ? (
              <TextArea {...box} rows={2} onSubmit={() => void take(text, 'back')} />
            ) : (
              <FactField
                {...box}
                factKey={fact.key}
                onEnter={() => void take(text, 'back')}
                onTab={(by) => void take(text, by)}
                error={problem ?? undefined}
                description={fact.hint ? t(fact.hint) : undefined}
              />
            )}
          </div>
        )}
        {fact.isUnique && value !== '' && record.id === customerId && (
          <TwinsWarning field={fact.key as FilterField} customerId={customerId} />
        )}
      </dd>
      <dd className={styles.factTools}>
        {birthday && <NextDates label={label} date={birthday} />}
        <AnswerTools field={label} answer={answer} />
        <FactHistory
          label={label}
          record={record}
          isFilled={value !== ''}
          entries={entries}
          onPutBack={(entry) => void putBack(entry)}
        />
      </dd>
    </div>
  );
}

function FactField({ factKey, ...field }: TextFieldProps & { factKey: string }) {
  const list = listOf(factKey);
  return list === null ? <TextField {...field} /> : <WordField list={list} {...field} />;
}
