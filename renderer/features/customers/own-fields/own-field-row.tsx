import {
  type FieldValue,
  isFitting,
  readFieldValue,
  sayFieldTexts,
  textsOfValue,
  writeFieldValue,
} from '#shared/custom-fields/values.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { withFieldValue } from '#shared/facts/typed.ts';
import { customKey } from '#shared/filter/fields.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { localToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { classNames } from '../../../ui/theme/class-names.ts';
import { ComputedRow } from './computed-row.tsx';
import { AnswerTools, answeringKeys } from '../answers/answer-tools.tsx';
import type { FactAnswer } from '../answers/use-answers.ts';
import { shownCustomer } from '../save-record.ts';
import styles from '../card/card.module.css';
import { FileFieldRow } from '../files/file-field-row.tsx';
import { FactHistory } from '../card/fact-history.tsx';
import { OwnFieldEditor } from './own-field-editor.tsx';
import { TwinsWarning } from '../card/twins-warning.tsx';
import { ownFieldHistory, storedBefore } from './own-field-history.ts';
import { placeOf, useOwnerCommit } from '../card/owner.ts';
import { ReferenceRow } from './reference-row.tsx';
import { useInPlace, type After } from '../card/use-in-place.ts';
import { usePutBack } from '../card/use-put-back.ts';
import { ValueButton } from '../card/value-button.tsx';

interface OwnFieldRowProps {
  field: CustomField;
  dossier: Dossier;
  /** What is said in place of a value. */
  answer: FactAnswer;
}

/** A field of the archive's own: edited in place like a fact; what is amiss with its value stands below it. */
export function OwnFieldRow(props: OwnFieldRowProps) {
  const { field } = props;
  if (field.formula !== undefined) return <ComputedRow {...props} />;
  if (field.type === 'reference') return <ReferenceRow {...props} />;
  const isLeft = props.dossier.customer.customFields[field.id] !== undefined;
  // What is left from another type is a text, and is shown and taken away as one.
  return field.type === 'attachment' && !isLeft ? <FileFieldRow {...props} /> : <EnteredRow {...props} />;
}

function EnteredRow({ field, dossier, answer }: OwnFieldRowProps) {
  const t = useT();
  const language = useLanguage();
  const { customer, history } = dossier;
  const owner = shownCustomer(customer);
  const save = useOwnerCommit(owner);
  const putBack = usePutBack();
  const { button, frame, text, isBroughtBack, problem, setProblem, open, type, close } = useInPlace(
    placeOf(owner, customKey(field.id)),
  );
  const currency = useCurrency();
  const words = { t, language, currency };
  const value = customer.customFields[field.id];
  const written = writeFieldValue(field, value, currency, language);
  const shown = sayFieldTexts(field, textsOfValue(value), words);

  const keep = (next: FieldValue | undefined) =>
    save(withFieldValue(draftOf(customer), field.id, next), t('facts.saved', { field: field.label }));
  const take = async (next: string, after: After) => {
    if (next === written) {
      close(after);
      return;
    }
    const read = readFieldValue(field, next, { today: localToday(), currency });
    if ('problem' in read) {
      setProblem(t(read.problem));
      return;
    }
    close(after);
    if (!(await keep(read.value))) type(next);
  };

  const entries = ownFieldHistory(field, history, words);
  return (
    <div className={classNames(styles.fact, text !== null && styles.edited)}>
      <dt {...(field.help === undefined ? {} : { title: field.help })}>{field.label}</dt>
      <dd>
        {text === null ? (
          <ValueButton
            ref={button}
            label={field.label}
            value={shown}
            answer={answer}
            onEdit={() => {
              open(written);
            }}
          />
        ) : (
          <div
            ref={frame}
            role="presentation"
            onKeyDown={answeringKeys(answer, () => {
              close('back');
            })}
          >
            <OwnFieldEditor
              field={field}
              text={text}
              problem={problem}
              takesKeys={!isBroughtBack}
              onText={type}
              onSave={(next, after) => void take(next, after)}
              onClose={() => {
                close('back');
              }}
            />
          </div>
        )}
        {value === undefined && answer.said === '' && field.required === true && (
          <p className={styles.factWarning}>{t('fields.warning.required')}</p>
        )}
        {value !== undefined && field.unique === true && (
          <TwinsWarning field={customKey(field.id)} customerId={customer.id} />
        )}
        {value !== undefined && !isFitting(field, value) && (
          <p className={styles.factWarning}>{t('fields.warning.unfit', { type: t(`fields.type.${field.type}`) })}</p>
        )}
      </dd>
      <dd className={styles.factTools}>
        <AnswerTools field={field.label} answer={answer} />
        <FactHistory
          label={field.label}
          record={customer}
          isFilled={value !== undefined}
          entries={entries}
          onPutBack={(entry) =>
            void putBack(storedBefore(field, history, entry), (before) => keep(before as FieldValue | undefined))
          }
        />
      </dd>
    </div>
  );
}
