import type { FilterField } from '#shared/filter/fields.ts';
import type { BulkKind } from './bulk/wanted-change.ts';

/** What can be done with those who are selected, and with the list. */
export interface ListDeeds {
  onBulk: (kind: BulkKind) => void;
  onPrint: () => void;
  onExport: () => void;
  onAsk: () => void;
  onMerge: () => void;
  onFilterBy: (field: FilterField) => void;
}
