import { UserPlus, UserRound, Zap } from 'lucide-react';
import { useT } from '../../platform/language.tsx';
import type { ScreenId } from '../../state/navigation.ts';
import { Kbd } from '../../ui/actions/kbd.tsx';
import { screenIcons } from '../screens.ts';
import type { PaletteItem } from './palette-items.ts';
import styles from './palette.module.css';

export interface PaletteRowProps {
  id: string;
  item: PaletteItem;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

export function PaletteRow({ id, item, isActive, onPoint, onChoose }: PaletteRowProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={styles.item}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <RowContent item={item} />
    </button>
  );
}

function RowContent({ item }: { item: PaletteItem }) {
  const t = useT();
  switch (item.type) {
    case 'customer':
      return (
        <>
          <UserRound aria-hidden="true" />
          <span className={styles.name}>{item.customer.name}</span>
          <span className={styles.detail}>{item.customer.organization}</span>
          <span className={styles.end}>{item.customer.phone}</span>
        </>
      );
    case 'command': {
      const { command } = item;
      const Icon = command.group === 'go' ? screenIcons[command.id.replace('nav.', '') as ScreenId] : Zap;
      return (
        <>
          <Icon aria-hidden="true" />
          <span className={styles.name}>{t(command.label)}</span>
          {command.keys !== undefined && (
            <span className={styles.end}>
              <Kbd keys={command.keys} />
            </span>
          )}
        </>
      );
    }
    case 'new':
      return (
        <>
          <UserPlus aria-hidden="true" />
          <span className={styles.name}>{t('palette.newCustomerNamed', { text: item.name })}</span>
        </>
      );
  }
}
