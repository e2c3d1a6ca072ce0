import { useRef, useState } from 'react';
import type { Fact } from '#shared/facts/facts.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useEngineAccess } from '../../../engine/engine-context.tsx';
import { useCommit } from '../../../engine/use-commit.ts';
import { localToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { BirthdayDates } from './birthday-dates.tsx';
import styles from './card.module.css';
import { FactHistory } from './fact-history.tsx';
import { NextDates } from './next-dates.tsx';

interface FactRowProps {
  fact: Fact;
  dossier: Dossier;
}

/** One fact: a click or Enter edits it in place, Enter or leaving saves, Escape leaves it as it was. */
export function FactRow({ fact, dossier }: FactRowProps) {
  const t = useT();
  const commit = useCommit();
  const { customer, history } = dossier;
  const { unsaved } = useEngineAccess();
  const place = { kind: 'fact', customerId: customer.id, of: fact.key } as const;
  /** Somebody was at it when Kebu ended: the box stands open again, but takes no keys from anybody. */
  const [left, setLeft] = useState(() => unsaved.read(place));
  const [text, setText] = useState(left?.text ?? null);
  const [problem, setProblem] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const label = t(fact.label);
  const value = fact.read(customer);

  const type = (next: string) => {
    setText(next);
    setProblem(null);
    unsaved.keep(place, { text: next });
  };
  const close = () => {
    unsaved.keep(place, null);
    setText(null);
    setLeft(null);
    setProblem(null);
    // After the box is gone, the keyboard stays where it was.
    requestAnimationFrame(() => button.current?.focus());
  };
  const save = async (next: string) => {
    if (next === value) {
      close();
      return;
    }
    const written = fact.write(draftOf(customer), next, localToday());
    if ('problem' in written) {
      setProblem(t(written.problem));
      return;
    }
    close();
    const committed = await commit(
      (engine) =>
        engine.commit('customer/edit', [
          { table: 'customer', id: customer.id, after: written.draft, seen: customer.version },
        ]),
      t('facts.saved', { field: label }),
    );
    if (!committed && !fact.choices) type(next);
  };

  /** The stored value itself, so that nothing is lost by way of words. */
  const putBack = (earlier: unknown) => {
    const { [fact.key]: _now, ...others } = draftOf(customer) as Record<string, unknown>;
    const after = (earlier === undefined ? others : { ...others, [fact.key]: earlier }) as typeof customer;
    return commit(
      (engine) =>
        engine.commit('customer/edit', [{ table: 'customer', id: customer.id, after, seen: customer.version }]),
      t('facts.saved', { field: label }),
    );
  };

  const isBirthday = fact.key === 'birthday' && customer.birthday !== undefined;
  const shown = fact.show ? fact.show(customer, t) : value;
  const entries = history.filter((entry) => entry.table === 'customer' && entry.field === fact.key);
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>
        {text === null ? (
          <button
            ref={button}
            type="button"
            className={classNames(styles.factValue, shown === '' && styles.factEmpty)}
            aria-label={
              shown === '' ? t('facts.add', { field: label }) : `${t('facts.edit', { field: label })}: ${shown}`
            }
            onClick={() => {
              setText(value);
            }}
          >
            {shown === '' ? '—' : shown}
            {isBirthday && customer.birthday && <BirthdayDates date={customer.birthday} />}
          </button>
        ) : fact.choices ? (
          <Select
            label={label}
            isLabelHidden
            autoFocus
            value={text}
            options={[
              { id: '', label: '—' },
              ...fact.choices.map((choice) => ({ id: choice.id, label: t(choice.label) })),
            ]}
            onChange={(next) => void save(next)}
          />
        ) : fact.isLong ? (
          <TextArea
            label={label}
            isLabelHidden
            autoFocus={left === null}
            value={text}
            onChange={type}
            onSubmit={() => void save(text)}
            onEscape={close}
            onBlur={() => void save(text)}
          />
        ) : (
          <TextField
            label={label}
            isLabelHidden
            autoFocus={left === null}
            value={text}
            onChange={type}
            onEnter={() => void save(text)}
            onEscape={close}
            onBlur={() => void save(text)}
            error={problem ?? undefined}
            description={fact.hint ? t(fact.hint) : undefined}
          />
        )}
      </dd>
      {(entries.length > 0 || isBirthday) && (
        <dd className={styles.factTools}>
          {isBirthday && customer.birthday && <NextDates label={label} date={customer.birthday} />}
          {entries.length > 0 && (
            <FactHistory label={label} entries={entries} onPutBack={({ before }) => void putBack(before)} />
          )}
        </dd>
      )}
    </div>
  );
}
