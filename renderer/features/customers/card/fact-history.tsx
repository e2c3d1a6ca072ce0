import { laterComponent } from '../../../ui/layout/later.ts';
import type { FactChangesProps } from './fact-changes.tsx';
import { HistoryPopover } from './history-popover.tsx';

const FactChanges = laterComponent(async () => (await import('./fact-changes.tsx')).FactChanges);

interface FactHistoryProps extends Omit<FactChangesProps, 'wasThereFirst'> {
  label: string;
  /** Whether there is a value now, and so a first one. */
  isFilled: boolean;
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
