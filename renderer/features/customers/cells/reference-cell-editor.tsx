import { useState, type KeyboardEvent } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { customKey } from '#shared/filter/fields.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useT } from '../../../platform/language.tsx';
import { isComposing } from '../../../ui/theme/keyboard.ts';
import { CustomerLookup } from '../dialogs.ts';
import type { LeaveBy } from './leave-by.ts';
import styles from '../list/list.module.css';
import { useCellSaving } from './use-cell-saving.ts';

interface ReferenceCellEditorProps {
  id: CustomerId;
  field: CustomField;
  /** Who is meant so far. */
  shown: string;
  label: string;
  onLeave: (by: LeaveBy) => void;
}

/** A cell that means another customer: found while typing and taken from the list, or typed whole as code, name or phone. */
export function ReferenceCellEditor({ id, field, shown, label, onLeave }: ReferenceCellEditorProps) {
  const t = useT();
  const engine = useEngine();
  const saveCell = useCellSaving();
  const [text, setText] = useState(shown);
  const [problem, setProblem] = useState<string | null>(null);

  const write = (next: string, by: LeaveBy) => {
    onLeave(by);
    const key = customKey(field.id);
    saveCell(
      {
        id,
        key,
        label: field.label,
        isUnique: next !== '' && field.unique === true,
        isMissed: next === '' && field.required === true,
      },
      (own) => own.commitBulk([{ ids: [id], change: { kind: 'set', field: key, text: next } }], 'customer/edit'),
    );
  };
  const save = async (by: LeaveBy) => {
    if (text.trim() === shown) {
      onLeave(by);
      return;
    }
    const preview = await engine.previewBulk([
      { ids: [id], change: { kind: 'set', field: customKey(field.id), text: text.trim() } },
    ]);
    const [first] = preview?.failing ?? [];
    if (first) setProblem(t(first.problem));
    else write(text.trim(), by);
  };
  /** Before the box sees them: Enter takes what is marked in the list, and Escape closes the list, while there is one. */
  const handleKey = (event: KeyboardEvent) => {
    const box = event.target as HTMLElement;
    if (isComposing(event)) return;
    const isListsOwn =
      (event.key === 'Enter' && box.hasAttribute('aria-activedescendant')) ||
      (event.key === 'Escape' && box.getAttribute('aria-expanded') === 'true');
    if (isListsOwn || !['Enter', 'Escape', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onLeave('stay');
    else if (event.key === 'Enter') void save('down');
    else void save(event.shiftKey ? 'previous' : 'next');
  };
  return (
    <span
      className={styles.editing}
      role="presentation"
      onKeyDownCapture={handleKey}
      onClick={(event) => {
        event.stopPropagation();
      }}
    >
      <CustomerLookup
        label={label}
        isLabelHidden
        autoFocus
        besides={id}
        name={shown}
        onType={(typed) => {
          setText(typed);
          setProblem(null);
        }}
        onTake={(taken) => {
          // The list that closes gives the focus back to the box; only then does the grid get it.
          requestAnimationFrame(() => {
            write(taken, 'down');
          });
        }}
      />
      {problem !== null && (
        <span role="alert" className={styles.editProblem}>
          {problem}
        </span>
      )}
    </span>
  );
}
