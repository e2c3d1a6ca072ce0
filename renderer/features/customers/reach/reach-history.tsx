import { laterComponent } from '../../../ui/layout/later.ts';
import { HistoryPopover } from '../card/history-popover.tsx';
import type { ReachChangesProps } from './reach-changes.tsx';

const ReachChanges = laterComponent(async () => (await import('./reach-changes.tsx')).ReachChanges);

/** What became of each number or address of a list; each change can be taken back by itself. */
export function ReachHistory({ label, ...changes }: ReachChangesProps & { label: string }) {
  return (
    <HistoryPopover field={label}>
      <ReachChanges {...changes} />
    </HistoryPopover>
  );
}
