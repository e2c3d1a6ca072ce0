import { answeredBy } from '#shared/changes/record-content.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { changedPart } from '#shared/facts/changed-part.ts';
import { useSaying } from '../../../display/history/use-saying.ts';
import { useT } from '../../../platform/language.tsx';
import { HistoryRow, OriginRow } from './history-row.tsx';
import { firstChanges, useFirstFew } from './use-first-few.tsx';

export interface FactChangesProps {
  record: Customer | Contact;
  entries: readonly FieldHistoryEntry[];
  wasThereFirst: boolean;
  /** Makes what stood before this change the present value again. */
  onPutBack: (entry: FieldHistoryEntry) => void;
}

/** Put into words only while it is looked at: every fact of a card has a history, and a value may be of many pages. */
export function FactChanges({ record, entries, wasThereFirst, onPutBack }: FactChangesProps) {
  const t = useT();
  const { say } = useSaying();
  const { shown, others } = useFirstFew(entries.toReversed(), firstChanges);
  return (
    <>
      {shown.map((entry) => {
        const [old, now] = whatChanged(entry);
        const [before, after] = [say(entry.field, old), say(entry.field, now)];
        return (
          <HistoryRow
            key={`${entry.changeSetId}-${entry.field}`}
            source={entry}
            said={t('facts.changedFrom', { before, after })}
            putBack={
              // An answer is given again where it was given.
              answeredBy(entry.field) === null
                ? {
                    label: t('facts.putBackValue', { value: before }),
                    run: () => {
                      onPutBack(entry);
                    },
                  }
                : undefined
            }
          />
        );
      })}
      {others && <li>{others}</li>}
      {wasThereFirst && <OriginRow record={record} />}
    </>
  );
}

/** Of a text of many pages only where it differs. */
function whatChanged({ before, after }: FieldHistoryEntry): [before: unknown, after: unknown] {
  return typeof before === 'string' && typeof after === 'string' ? changedPart(before, after) : [before, after];
}
