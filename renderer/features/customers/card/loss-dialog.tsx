import type { Customer } from '#shared/domain/customer/customer.ts';
import { withLoss } from '#shared/facts/loss-facts.ts';
import { useCodeWords } from '../../../display/use-words.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { isComposing } from '../../../ui/theme/keyboard.ts';
import { shownCustomer } from '../save-record.ts';
import styles from './card.module.css';
import { useOwnerCommit } from './owner.ts';

export interface LossDialogProps {
  customer: Customer;
  onClose: () => void;
}

/** Why a customer is lost: one key or a click says it, and saves. */
export function LossDialog({ customer, onClose }: LossDialogProps) {
  const t = useT();
  const today = useToday();
  const save = useOwnerCommit(shownCustomer(customer));
  const { options } = useCodeWords('lostReason');
  const reasons = options(customer.lostReason);
  const chooseOnce = useOneAtATime(async ({ id, label }: { id: string; label: string }) => {
    const sentence = t('card.lost', { name: customer.name, reason: label });
    if (await save(withLoss(draftOf(customer), id, today), sentence)) onClose();
  });
  const choose = (reason: { id: string; label: string }) => void chooseOnce(reason);
  return (
    <Dialog title={t('card.lostWhy', { name: customer.name })} size="small" isOpen onClose={onClose}>
      <ul
        className={styles.reasons}
        role="presentation"
        onKeyDown={(event) => {
          const reason = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
          if (!reason || isComposing(event)) return;
          event.preventDefault();
          choose(reason);
        }}
      >
        {reasons.map((reason, at) => (
          <li key={reason.id}>
            <Button
              isWide
              keys={at < 9 ? String(at + 1) : undefined}
              autoFocus={at === 0}
              onPress={() => {
                choose(reason);
              }}
            >
              {reason.label}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
