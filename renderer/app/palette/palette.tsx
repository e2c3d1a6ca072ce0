import { useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { CustomerRow } from '../../engine/api.ts';
import { useEngine } from '../../engine/engine-context.tsx';
import { useEngineQuery } from '../../engine/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { listCommands } from './commands.ts';
import { PaletteBox } from './palette-box.tsx';
import styles from './palette.module.css';
import { arrangeItems } from './palette-items.ts';

/** Enough that people found by an order or an entry are among them. */
const customerLimit = 20;

export interface PaletteProps {
  onClose: () => void;
  onShowShortcuts: () => void;
}

/** One box to go, find and do. */
export function Palette({ onClose, onShowShortcuts }: PaletteProps) {
  const t = useT();
  const engine = useEngine();
  const [text, setText] = useState('');
  const commands = useMemo(() => listCommands(engine, onShowShortcuts), [engine, onShowShortcuts]);
  const typed = text.trim();
  const found = useEngineQuery<{ typed: string; customers: CustomerRow[] }>(
    `palette:${typed}`,
    async (archive) => ({ typed, customers: typed === '' ? [] : await archive.search(typed, customerLimit) }),
    { keepsPrevious: true },
  );
  // Commands wait the few milliseconds for the customers, so that nothing moves under the finger after it appeared.
  const shown = found.error ? { typed, customers: [] } : (found.data ?? { typed: '', customers: [] });
  const groups = arrangeItems(commands, shown);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={styles.veil ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={t('palette.title')} className={styles.dialog ?? ''}>
          <PaletteBox
            text={text}
            onChange={setText}
            groups={groups}
            isCurrent={shown.typed === typed}
            onChoose={(item) => {
              onClose();
              if (item.type === 'command') item.command.run();
              else if (item.type === 'customer') navigate({ screen: 'customers', customerId: item.customer.id });
              else navigate({ screen: 'customers', intent: 'new', text: item.name });
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
