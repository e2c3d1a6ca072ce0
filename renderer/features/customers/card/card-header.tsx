import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { isStillLost } from '#shared/domain/customer/select-warnings.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { withLoss } from '#shared/facts/loss-facts.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts';
import { shownCustomer } from '../save-record.ts';
import styles from './card.module.css';
import { CloseButton, SellButton, StepButtons } from './header-tools.tsx';
import { OverCardDialog, type OverCard } from './over-card.tsx';
import { useOwnerCommit } from './owner.ts';

interface CardHeaderProps {
  dossier: Dossier;
  /** How the name is read. */
  reading: string;
  onClose: () => void;
  onStep: (by: 1 | -1) => void;
  onOpen: (id: CustomerId) => void;
  onSell: () => void;
}

/** Name, how it is read, where the person works; the way to the neighbours in the list. */
export function CardHeader({ dossier, reading, onClose, onStep, onOpen, onSell }: CardHeaderProps) {
  const { customer } = dossier;
  const t = useT();
  const commit = useCommit();
  const today = useToday();
  const [over, setOver] = useState<OverCard | null>(null);
  const save = useOwnerCommit(shownCustomer(customer));
  const show = (next: OverCard) => () => {
    setOver(next);
  };
  const isDeleted = customer.deletedAt !== undefined;
  const isLost = isStillLost(dossier);
  /** Asks why, or takes back that the customer is lost. */
  const lose = () => {
    if (isLost) void save(withLoss(draftOf(customer), '', today), t('card.notLost', { name: customer.name }));
    else if (!isDeleted) setOver('loss');
  };
  useShortcuts(t('card.label'), [
    { keys: 'Mod+P', label: t('print.card'), worksWhileTyping: true, run: show('print') },
    { keys: 'X', label: t('card.markLost'), run: lose },
  ]);
  // Everybody can read the words that companies are called by.
  const isSpelled = customer.kind === 'person' || customer.reading !== undefined;
  const subtitle = [isSpelled && reading, customer.organization, customer.title].filter(Boolean).join(' · ');

  const remove = () =>
    commit(
      (engine) =>
        engine.commit('customer/delete', [{ table: 'customer', id: customer.id, after: null, seen: customer.version }]),
      t('card.deleted', { name: customer.name }),
    );
  const putBack = () => {
    const { version } = customer;
    return commit(
      (engine) =>
        engine.commit('customer/restore', [
          { table: 'customer', id: customer.id, after: draftOf(customer), seen: version },
        ]),
      t('card.restored', { name: customer.name }),
    );
  };

  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        <h2 className={styles.name}>
          <span className={styles.nameText}>{customer.name}</span>
          <small className={styles.reading}>{subtitle}</small>
        </h2>
      </div>
      <div className={styles.tools}>
        {!isDeleted && <SellButton onSell={onSell} />}
        <StepButtons onStep={onStep} />
        <Menu
          label={t('ui.more')}
          trigger={<IconButton label={t('ui.more')} icon={<MoreHorizontal />} />}
          groups={[
            {
              id: 'customer',
              entries: [
                { id: 'vcard', label: t('card.vcard'), onAction: show('vcard') },
                { id: 'print', label: t('print.card'), keys: 'Mod+P', onAction: show('print') },
                ...(isDeleted
                  ? []
                  : [
                      { id: 'lost', label: t(isLost ? 'card.unmarkLost' : 'card.markLost'), keys: 'X', onAction: lose },
                      { id: 'ask', label: t('selfUpdate.ask'), onAction: show('ask') },
                      { id: 'reply', label: t('selfUpdate.readReply'), onAction: show('reply') },
                      { id: 'merge', label: t('merge.openInto'), onAction: show('merge') },
                    ]),
              ],
            },
            {
              id: 'bin',
              entries: [
                isDeleted
                  ? { id: 'restore', label: t('card.restore'), onAction: () => void putBack() }
                  : { id: 'delete', label: t('card.delete'), isDanger: true, onAction: () => void remove() },
              ],
            },
          ]}
        />
        <CloseButton onClose={onClose} />
      </div>
      {over !== null && (
        <OverCardDialog
          over={over}
          dossier={dossier}
          reading={reading}
          onClose={() => {
            setOver(null);
          }}
          onOpen={onOpen}
        />
      )}
    </header>
  );
}
