import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { MergeDialog } from '../../display/merge/merge-dialog-later.ts';
import type { BulkKind } from './bulk/bulk-dialog.tsx';
import { BulkDialog, ExportDialog, FilterDialog, IntroductionsDialog, PrintDialog } from './dialogs.ts';
import { useListState } from './list/list-state.ts';

/** The one thing that lies over the list, and the customers it is about. */
export type OverList =
  | { is: 'filter' | 'introductions' }
  | { is: 'bulk'; kind: BulkKind }
  | { is: 'merge' | 'print' | 'export'; ids: readonly CustomerId[] };

interface OverListDialogProps {
  over: OverList;
  onClose: () => void;
  /** Two or more became this one. */
  onMerged: (survivor: CustomerId) => void;
}

export function OverListDialog({ over, onClose, onMerged }: OverListDialogProps) {
  const filter = useListState((state) => state.filter);
  const setFilter = useListState((state) => state.setFilter);
  const selected = useListState((state) => state.selected);
  const select = useListState((state) => state.select);
  const selectNobody = () => {
    select(new Set());
  };
  switch (over.is) {
    case 'filter':
      return <FilterDialog filter={filter} onChange={setFilter} onClose={onClose} />;
    case 'introductions':
      return <IntroductionsDialog onClose={onClose} />;
    case 'bulk':
      return <BulkDialog kind={over.kind} ids={[...selected]} onClose={onClose} onDone={selectNobody} />;
    case 'print':
      return <PrintDialog ids={over.ids} onClose={onClose} />;
    case 'export':
      return <ExportDialog ids={over.ids} onClose={onClose} />;
    case 'merge':
      return (
        <MergeDialog
          ids={over.ids}
          onClose={onClose}
          onMerged={(survivor) => {
            onClose();
            selectNobody();
            onMerged(survivor);
          }}
        />
      );
  }
}
