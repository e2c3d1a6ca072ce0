import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { FilterField } from '#shared/filter/fields.ts';
import type { SheetLayout } from '#shared/print/sheet-layouts.ts';
import { MergeDialog } from '../../display/merge/merge-dialog-later.ts';
import type { BulkKind } from './bulk/wanted-change.ts';
import {
  AskDialog,
  BulkDialog,
  ExportDialog,
  FilterDialog,
  IntroductionsDialog,
  NewOrderDialog,
  PrintDialog,
  ReplyDialog,
} from './dialogs.ts';
import { useListState } from './list-state.ts';

/** The one thing that lies over the list, and the customers it is about. */
export type OverList =
  | { is: 'filter'; by?: FilterField }
  | { is: 'introductions' | 'reply' }
  | { is: 'bulk'; kind: BulkKind }
  | { is: 'sale'; to: CustomerId | null }
  | { is: 'print'; ids: readonly CustomerId[]; as?: SheetLayout | undefined }
  | { is: 'merge' | 'export' | 'ask'; ids: readonly CustomerId[] };

interface OverListDialogProps {
  over: OverList;
  onClose: () => void;
  /** Shows a customer: the one whom two or more became, whose reply was read, or who bought. */
  onOpen: (id: CustomerId) => void;
}

export function OverListDialog({ over, onClose, onOpen }: OverListDialogProps) {
  const filter = useListState((state) => state.filter);
  const setFilter = useListState((state) => state.setFilter);
  const selected = useListState((state) => state.selected);
  const select = useListState((state) => state.select);
  const selectNobody = () => {
    select(new Set());
  };
  switch (over.is) {
    case 'filter':
      return <FilterDialog filter={filter} by={over.by} onChange={setFilter} onClose={onClose} />;
    case 'introductions':
      return <IntroductionsDialog onClose={onClose} />;
    case 'bulk':
      return <BulkDialog kind={over.kind} ids={[...selected]} onClose={onClose} onDone={selectNobody} />;
    case 'sale':
      return <NewOrderDialog customerId={over.to} onClose={onClose} onOpen={onOpen} />;
    case 'print':
      return <PrintDialog key={over.as} ids={over.ids} as={over.as} onClose={onClose} />;
    case 'export':
      return <ExportDialog ids={over.ids} onClose={onClose} />;
    case 'ask':
      return <AskDialog ids={over.ids} onClose={onClose} />;
    case 'reply':
      return <ReplyDialog from={null} onClose={onClose} onOpen={onOpen} />;
    case 'merge':
      return (
        <MergeDialog
          ids={over.ids}
          onClose={onClose}
          onMerged={(survivor) => {
            onClose();
            selectNobody();
            onOpen(survivor);
          }}
        />
      );
  }
}
