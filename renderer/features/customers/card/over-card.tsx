import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { AskDialog, CardPrintDialog, LossDialog, MergeIntoDialog, ReplyDialog, VCardDialog } from '../dialogs.ts';

/** The one thing that lies over a card. */
export type OverCard = 'vcard' | 'print' | 'loss' | 'ask' | 'reply' | 'merge';

interface OverCardDialogProps {
  over: OverCard;
  dossier: Dossier;
  /** How the name is read. */
  reading: string;
  onClose: () => void;
  /** Shows another customer. */
  onOpen: (id: CustomerId) => void;
}

export function OverCardDialog({ over, dossier, reading, onClose, onOpen }: OverCardDialogProps) {
  const { customer } = dossier;
  switch (over) {
    case 'vcard':
      return <VCardDialog customer={customer} onClose={onClose} />;
    case 'print':
      return <CardPrintDialog dossier={dossier} reading={reading} onClose={onClose} />;
    case 'loss':
      return <LossDialog customer={customer} onClose={onClose} />;
    case 'ask':
      return <AskDialog ids={[customer.id]} onClose={onClose} />;
    case 'reply':
      return <ReplyDialog from={customer} onClose={onClose} onOpen={onOpen} />;
    case 'merge':
      return (
        <MergeIntoDialog
          customer={customer}
          onClose={onClose}
          onMerged={(survivor) => {
            onClose();
            onOpen(survivor);
          }}
        />
      );
  }
}
