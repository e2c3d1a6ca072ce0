import { Plus } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Button } from '../../../ui/actions/button.tsx';
import styles from './card.module.css';

interface CardBlockProps {
  title: string;
  addLabel: string;
  onAdd: () => void;
  children: ReactNode;
}

/** A titled part of the card to which something can be added. */
export function CardBlock({ title, addLabel, onAdd, children }: CardBlockProps) {
  return (
    <section className={styles.block} aria-label={title}>
      <div className={styles.blockHead}>
        <h3 className={styles.blockTitle}>{title}</h3>
        <AddButton label={addLabel} onAdd={onAdd} />
      </div>
      {children}
    </section>
  );
}

const AddButton = memo(function AddButton({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <Button kind="quiet" size="small" edge="end" icon={<Plus />} onPress={onAdd}>
      {label}
    </Button>
  );
});
