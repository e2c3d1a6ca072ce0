import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { classNames } from '../theme/class-names.ts';
import { useKit } from '../theme/kit-provider.tsx';
import styles from './banner.module.css';

export type BannerTone = 'info' | 'good' | 'warn' | 'seal';

const icons = { info: Info, good: CircleCheck, warn: TriangleAlert, seal: CircleAlert };

export interface BannerProps {
  tone: BannerTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  onDismiss?: () => void;
  /** Read out at once; for something that just went wrong. */
  isAlert?: boolean;
}

/** Something the person should know, in the place it concerns. */
export function Banner({ tone, title, children, actions, onDismiss, isAlert = false }: BannerProps) {
  const { words } = useKit();
  const Icon = icons[tone];
  return (
    <div className={classNames(styles.banner, styles[tone])} role={isAlert ? 'alert' : 'note'}>
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.text}>
        {title !== undefined && <strong className={styles.title}>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {onDismiss && <IconButton label={words.close} icon={<X />} size="small" onPress={onDismiss} />}
    </div>
  );
}
