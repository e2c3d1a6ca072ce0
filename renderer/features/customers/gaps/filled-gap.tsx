import { Check } from 'lucide-react';
import type { GapField, GapKey } from '#shared/gaps/gap-fields.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { columnSpec } from '../list/columns.tsx';
import styles from './gaps.module.css';
import { useGapLabel } from './use-gap-label.ts';

/** Columns of the list that say it, where they have another name. */
const columnOf: Partial<Record<GapField, string>> = {
  phones: 'phone',
  ims: 'im',
  emails: 'email',
  addresses: 'address',
  identity: 'uscc',
};

/** What was missing and is there by now. */
export function FilledGap({ row, gapKey }: { row: CustomerRow; gapKey: GapKey }) {
  const labelOf = useGapLabel();
  return (
    <span className={styles.filled}>
      <Check aria-hidden="true" />
      <span className={styles.label}>{labelOf(gapKey)}</span>
      <span className={styles.value}>{columnSpec(columnOf[gapKey as GapField] ?? gapKey).cell(row)}</span>
    </span>
  );
}
