import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { laterComponent } from '../../../ui/layout/later.ts';
import { HistoryPopover } from './history-popover.tsx';

const FactChanges = laterComponent(async () => (await import('./fact-changes.tsx')).FactChanges);

export interface FactHistoryProps {
  label: string;
  record: Customer | Contact;
  /** Whether there is a value now, and so a first one. */
  isFilled: boolean;
  entries: readonly FieldHistoryEntry[];
  /** Makes what stood before this change the present value again. */
  onPutBack: (entry: FieldHistoryEntry) => void;
}

/** What a fact was before, when it changed and where that came from; each earlier value can be put back. */
export function FactHistory({ label, isFilled, ...changes }: FactHistoryProps) {
  const { entries } = changes;
  const wasThereFirst = entries.length === 0 ? isFilled : entries[0]?.before !== undefined;
  if (entries.length === 0 && !wasThereFirst) return null;
  return (
    <HistoryPopover field={label}>
      <FactChanges wasThereFirst={wasThereFirst} {...changes} />
    </HistoryPopover>
  );
}
