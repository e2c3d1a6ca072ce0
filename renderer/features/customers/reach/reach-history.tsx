import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import type { Way } from '#shared/reach/ways.ts';
import { laterComponent } from '../../../ui/layout/later.ts';
import { HistoryPopover } from '../card/history-popover.tsx';
import type { ReachDeeds } from './use-reach.ts';

const ReachChanges = laterComponent(async () => (await import('./reach-changes.tsx')).ReachChanges);

export interface ReachHistoryProps {
  way: Way;
  label: string;
  record: Customer | Contact;
  /** Of the list, and of what was answered in its place. */
  entries: readonly FieldHistoryEntry[];
  deeds: ReachDeeds;
}

/** What became of each number or address of a list; each change can be taken back by itself. */
export function ReachHistory({ label, ...changes }: ReachHistoryProps) {
  return (
    <HistoryPopover field={label}>
      <ReachChanges {...changes} />
    </HistoryPopover>
  );
}
