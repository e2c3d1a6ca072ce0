import {
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { isFieldOf, type CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { factOf } from '#shared/facts/facts.ts';
import { tagBook } from '#shared/facts/tag-book.ts';
import { inWords, isReference, typedOf, type Typed } from '#shared/facts/typed.ts';
import { customKey, type FilterField } from '#shared/filter/fields.ts';
import { writeWords } from '#shared/formats/values/word-list.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useWords } from '../../../display/use-words.ts';
import type { CustomerRow, Edit } from '../../../engine/api.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { localToday } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { isComposing } from '../../../ui/theme/keyboard.ts';
import { useListState } from '../list-state.ts';
import { saveRecord, shownCustomer } from '../save-record.ts';
import type { LeaveBy } from './leave-by.ts';
import styles from '../list/list.module.css';
import { ReferenceCellEditor } from './reference-cell-editor.tsx';
import { useCellSaving } from './use-cell-saving.ts';

interface CellEditorProps {
  row: CustomerRow;
  factKey: string;
  onLeave: (by: LeaveBy) => void;
  /** The cell as it is, until it can be typed into. */
  children: ReactNode;
}

/** A cell that is being typed into: Enter saves and goes down, Tab to the neighbour, Escape leaves it as it was. */
export function CellEditor(props: CellEditorProps) {
  const t = useT();
  const { row, factKey, onLeave } = props;
  const customFields = useCustomFields();
  const field = customFields.find(({ id }) => customKey(id) === factKey);
  if (!field || !isReference(field)) return <FactEditor {...props} customFields={customFields} />;
  return (
    <ReferenceCellEditor
      id={row.id}
      field={field}
      shown={row.details[factKey] ?? ''}
      label={t('grid.edit', { name: row.name, field: field.label })}
      onLeave={onLeave}
    />
  );
}

function FactEditor({
  row: { id, name },
  factKey,
  onLeave,
  children,
  customFields,
}: CellEditorProps & { customFields: readonly CustomField[] }) {
  const t = useT();
  const language = useLanguage();
  const currency = useCurrency();
  const words = useWords();
  const engine = useEngine();
  const saveCell = useCellSaving();
  const tags = useTags();
  const fact = useMemo(
    () => typedOf(factKey, { customFields, words, tags: tagBook(tags.values()) }),
    [factKey, customFields, words, tags],
  );
  const [customer, setCustomer] = useState<Customer | null>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const isChosen = fact?.choices !== undefined && fact.isMultiple !== true;
  /** Several of some choices are typed as words. */
  const shownText = useCallback(
    (of: Customer): string => {
      const read = fact?.read(of, currency, language) ?? '';
      return fact?.isMultiple ? inWords(fact, read, t) : read;
    },
    [fact, t, language, currency],
  );
  const box = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const isLeaving = useRef(false);
  /** Somebody typed into it: it may be read again when tags or words come, and what was typed stays. */
  const isTyped = useRef(false);

  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const dossier = await engine.dossier(id);
      if (!isCurrent || !fact) return;
      setCustomer(dossier.customer);
      if (!isTyped.current) setText(shownText(dossier.customer));
    };
    load().catch(() => {
      onLeave('stay');
    });
    return () => {
      isCurrent = false;
    };
  }, [engine, id, fact, shownText, onLeave]);

  const leave = (by: LeaveBy) => {
    isLeaving.current = true;
    onLeave(by);
  };
  /** Saves what was typed of this customer; returns why not, if it cannot be. */
  const store = (of: Customer, known: Typed): MessageKey | null => {
    if (text === shownText(of)) return null;
    /** Tags that are typed and not there yet: made together with what is saved. */
    const made: Edit[] = [];
    const make = (tagName: string) => {
      const tagId = newId();
      made.push({ table: 'tag', id: tagId, after: { id: tagId, name: tagName } });
      return tagId;
    };
    const typed = typedOf(factKey, { customFields, words, tags: tagBook(tags.values(), make) }) ?? known;
    const written = typed.write(draftOf(of), text, localToday(), currency);
    if ('problem' in written) return written.problem;
    const own = customFields.find((field) => customKey(field.id) === factKey);
    saveCell(
      {
        id,
        key: factKey as FilterField,
        label: known.label(t),
        isUnique: text !== '' && (own ?? { unique: factOf(factKey)?.isUnique }).unique === true,
        isMissed: text === '' && own?.required === true && isFieldOf(own, of),
      },
      (engineNow) => saveRecord(engineNow, shownCustomer(of), written.draft, made),
    );
    return null;
  };
  /** Whoever types faster than the customer is read goes on at once, and is told later what cannot be. */
  const storeUnread = async (known: Typed) => {
    const { customer: read } = await engine.dossier(id);
    const refusal = store(read, known);
    if (refusal !== null) showToast({ text: t('grid.notSaved', { name, field: known.label(t), reason: t(refusal) }) });
  };
  const save = (by: LeaveBy) => {
    if (isLeaving.current) return;
    const refusal = fact && customer ? store(customer, fact) : null;
    if (refusal !== null) {
      setProblem(t(refusal));
      return;
    }
    leave(by);
    if (fact && !customer && isTyped.current) storeUnread(fact).catch(reportFailure);
  };
  /** Whoever scrolls away, or changes the list around it, has typed all the same. */
  const saveUnseen = useEffectEvent(() => {
    if (isLeaving.current) return;
    isLeaving.current = true;
    if (fact && isTyped.current) storeUnread(fact).catch(reportFailure);
    if (useListState.getState().editing?.id === id) onLeave('stay');
  });
  useEffect(() => {
    const drawn = box.current;
    return () => {
      if (drawn?.isConnected !== true) saveUnseen();
    };
  }, []);
  const isOpen = fact !== undefined && customer !== null;
  useLayoutEffect(() => {
    if (isOpen && !isChosen && !isTyped.current) box.current?.select();
  }, [isOpen, isChosen]);

  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event) || !['Escape', 'Enter', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    // Meant for the cell, not for the list around it; keys that work everywhere go on.
    event.stopPropagation();
    if (event.key === 'Escape') leave('stay');
    else if (event.key === 'Enter') save('down');
    else save(event.shiftKey ? 'previous' : 'next');
  };
  const shared = {
    ref: box,
    className: styles.editor,
    'aria-label': t('grid.edit', { name, field: fact?.label(t) ?? '' }),
    'aria-invalid': problem !== null,
    value: text,
    onKeyDown: handleKey,
    onClick: (event: { stopPropagation: () => void }) => {
      event.stopPropagation();
    },
    onBlur: () => {
      save('stay');
    },
    autoFocus: true,
  } as const;
  // One box from the first key on: an input method that begins to compose in it would be broken off by another.
  return (
    <span className={styles.editing} data-early={!isOpen || undefined}>
      {!isOpen && children}
      <EditorBox
        fact={fact}
        shared={shared}
        onText={(next) => {
          isTyped.current = true;
          setText(next);
        }}
        onProblem={setProblem}
      />
      {problem !== null && (
        <span role="alert" className={styles.editProblem}>
          {problem}
        </span>
      )}
    </span>
  );
}

interface EditorBoxProps {
  fact: Typed | undefined;
  shared: object & { value: string };
  onText: (text: string) => void;
  onProblem: (problem: null) => void;
}

function EditorBox({ fact, shared, onText, onProblem }: EditorBoxProps) {
  const t = useT();
  if (fact?.choices && !fact.isMultiple) {
    return (
      <select
        {...shared}
        onChange={(event) => {
          onText(event.target.value);
        }}
      >
        {!fact.isRequired && <option value="">—</option>}
        {fact.choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label(t)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      placeholder={fact?.choices && writeWords(fact.choices.map((choice) => choice.label(t)))}
      onChange={(event) => {
        onText(event.target.value);
        onProblem(null);
      }}
    />
  );
}
