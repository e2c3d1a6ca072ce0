import type { Target } from '#shared/imports/fields.ts';
import { hasOpening, withOpenings } from '#shared/imports/mapping.ts';
import { useT } from '../../platform/language.tsx';
import { Switch } from '../../ui/fields/switch.tsx';
import styles from './imports.module.css';
import type { Preview } from './protocol.ts';

interface OpeningSwitchProps {
  preview: Preview;
  onChange: (targets: Target[]) => void;
}

/** Where a list of customers tells the last purchase and the total: whether they become a sale of each, or fields. */
export function OpeningSwitch({ preview: { kind, columns }, onChange }: OpeningSwitchProps) {
  const t = useT();
  const header = columns.map((column) => column.header);
  const targets = columns.map((column) => column.target);
  const wanted = withOpenings(header, targets, true);
  if (kind !== 'customers' || !hasOpening(wanted)) return null;
  const isOn = hasOpening(targets);
  const named = (field: Target) => header[wanted.indexOf(field)] ?? '';
  const names = { date: named('lastPurchase'), total: named('totalSpent') };
  return (
    <div className={styles.opening}>
      <Switch
        isSelected={isOn}
        onChange={(next) => {
          onChange(withOpenings(header, targets, next));
        }}
      >
        {t('data.opening')}
      </Switch>
      <p className={styles.quiet}>{t(isOn ? 'data.opening.text' : 'data.opening.off', names)}</p>
    </div>
  );
}
