import type { Customer } from '#shared/domain/customer/customer.ts';
import { writeVCard } from '#shared/formats/vcard/write-vcard.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { QrCode } from '../../../ui/paper/qr-code.tsx';
import styles from './card.module.css';

/** A code that a phone's camera takes into its address book; nothing is sent. */
export function VCardDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog
      isOpen
      size="small"
      title={t('card.vcard.title', { name: customer.name })}
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          {t('ui.close')}
        </Button>
      }
    >
      <div className={styles.vcard}>
        <QrCode
          text={writeVCard(customer)}
          label={t('card.vcard.label', { name: customer.name })}
          className={styles.vcardCode}
        />
        <p>{t('card.vcard.text')}</p>
      </div>
    </Dialog>
  );
}
