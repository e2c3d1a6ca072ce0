import { ExternalLink, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier, FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { withFieldValue } from '#shared/facts/typed.ts';
import { customKey } from '#shared/filter/fields.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { navigate } from '../../../state/navigation.ts';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { AnswerTools } from '../answers/answer-tools.tsx';
import type { FactAnswer } from '../answers/use-answers.ts';
import { shownCustomer } from '../save-record.ts';
import styles from '../card/card.module.css';
import { CustomerLookup } from '../dialogs.ts';
import { FactHistory } from '../card/fact-history.tsx';
import { ownFieldHistory, storedBefore } from './own-field-history.ts';
import { useOwnerCommit } from '../card/owner.ts';
import { TwinsWarning } from '../card/twins-warning.tsx';
import { ValueButton } from '../card/value-button.tsx';

/** A field that means another customer: found by typing, opened by a press. */
export function ReferenceRow({ field, dossier, answer }: { field: CustomField; dossier: Dossier; answer: FactAnswer }) {
  const t = useT();
  const { customer, history } = dossier;
  const keep = useOwnerCommit(shownCustomer(customer));
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const value = customer.customFields[field.id];
  const id = typeof value === 'string' ? value : '';
  const { data: found } = useEngineQuery(`reference:${id}`, async (engine) =>
    id === '' ? null : ((await engine.dossiers([id as CustomerId]))[0]?.customer ?? null),
  );
  const entries = useNamedHistory(field, dossier);
  const name = found?.name ?? (id === '' ? '' : t('fields.reference.gone'));
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const save = (next: string | undefined) => {
    close();
    if (next === id) return;
    void keep(withFieldValue(draftOf(customer), field.id, next), t('facts.saved', { field: field.label }));
  };
  return (
    <div className={styles.fact}>
      <dt {...(field.help === undefined ? {} : { title: field.help })}>{field.label}</dt>
      <dd>
        {isEditing ? (
          <ReferenceEditor label={field.label} besides={customer.id} name={name} onTake={save} onClose={close} />
        ) : (
          <ValueButton
            ref={button}
            label={field.label}
            value={name}
            answer={answer}
            onEdit={() => {
              setEditing(true);
            }}
          />
        )}
        {id === '' && answer.said === '' && field.required === true && (
          <p className={styles.factWarning}>{t('fields.warning.required')}</p>
        )}
        {id !== '' && field.unique === true && <TwinsWarning field={customKey(field.id)} customerId={customer.id} />}
      </dd>
      {!isEditing && (
        <dd className={styles.referenceTools}>
          {found && (
            <IconButton
              size="small"
              label={t('fields.reference.open', { name })}
              icon={<ExternalLink />}
              onPress={() => {
                navigate({ screen: 'customers', customerId: found.id });
              }}
            />
          )}
          <AnswerTools field={field.label} answer={answer} />
          <FactHistory
            label={field.label}
            record={customer}
            isFilled={id !== ''}
            entries={entries}
            onPutBack={(entry) => {
              const { before } = storedBefore(field, history, entry);
              save(typeof before === 'string' ? before : undefined);
            }}
          />
        </dd>
      )}
    </div>
  );
}

/** Who was meant before, by name; those who are gone by the words for that. */
function useNamedHistory(field: CustomField, { history }: Dossier): FieldHistoryEntry[] {
  const t = useT();
  const language = useLanguage();
  const entries = ownFieldHistory(field, history, { t, language, currency: useCurrency() });
  const ids = [...new Set(entries.flatMap(({ before, after }) => [before, after]))].filter(
    (each): each is CustomerId => typeof each === 'string' && each !== '',
  );
  const { data: names } = useEngineQuery(`reference-names:${ids.join()}`, async (engine) => {
    const dossiers = ids.length === 0 ? [] : await engine.dossiers(ids);
    return new Map(dossiers.map(({ customerId, customer }) => [customerId as string, customer.name]));
  });
  const nameOf = (id: unknown): unknown =>
    typeof id === 'string' && id !== '' ? (names?.get(id) ?? t('fields.reference.gone')) : undefined;
  return entries.map((entry) => ({ ...entry, before: nameOf(entry.before), after: nameOf(entry.after) }));
}

interface ReferenceEditorProps {
  label: string;
  besides: CustomerId;
  name: string;
  /** `undefined` takes the value away. */
  onTake: (id: string | undefined) => void;
  onClose: () => void;
}

function ReferenceEditor({ label, besides, name, onTake, onClose }: ReferenceEditorProps) {
  const t = useT();
  return (
    <div
      role="group"
      aria-label={label}
      className={styles.referenceEditor}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The card would be closed by it.
        event.stopPropagation();
        onClose();
      }}
    >
      <CustomerLookup label={label} isLabelHidden autoFocus besides={besides} name={name} onTake={onTake} />
      <IconButton
        size="small"
        label={t(name === '' ? 'ui.cancel' : 'fields.reference.clear')}
        icon={<X />}
        onPress={() => {
          if (name === '') onClose();
          else onTake(undefined);
        }}
      />
    </div>
  );
}
