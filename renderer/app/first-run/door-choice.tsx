import { FileSpreadsheet, Store, UserPlus, type LucideIcon } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useT } from '../../platform/language.tsx';
import styles from './door-choice.module.css';

export type Door = 'import' | 'practice' | 'first-customer';

const doors: readonly { id: Door; icon: LucideIcon }[] = [
  { id: 'import', icon: FileSpreadsheet },
  { id: 'practice', icon: Store },
  { id: 'first-customer', icon: UserPlus },
];

/** Three ways in. */
export function DoorChoice({ value, onChange }: { value: Door; onChange: (door: Door) => void }) {
  const t = useT();
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={value}
      onChange={(id) => {
        const chosen = doors.find((door) => door.id === id);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={styles.heading ?? ''}>{t('first.doors')}</Label>
      {doors.map(({ id, icon: Icon }) => (
        <Radio key={id} value={id} className={styles.door ?? ''}>
          <Icon aria-hidden="true" />
          <span>
            <span className={styles.name}>{t(`first.door.${id}`)}</span>
            <span className={styles.detail}>{t(`first.door.${id}.detail`)}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
