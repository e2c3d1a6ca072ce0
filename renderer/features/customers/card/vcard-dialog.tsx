import type { Customer } from '#shared/domain/customer/customer.ts';
import { briefCard } from '#shared/formats/vcard/brief-card.ts';
import { writeVCard } from '#shared/formats/vcard/write-vcard.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { QrCode } from '../../../ui/paper/qr-code.tsx';
import styles from './card.module.css';

/** A code that a phone's camera takes into its address book; nothing is sent. */
export function VCardDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useT();
  const { card, leftOut } = briefCard(customer);
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
          text={writeVCard(card)}
          label={t('card.vcard.label', { name: customer.name })}
          className={styles.vcardCode}
        />
        <p>{t('card.vcard.text')}</p>
        {leftOut > 0 && <p>{t('card.vcard.leftOut', { count: leftOut })}</p>}
      </div>
    </Dialog>
  );
}
