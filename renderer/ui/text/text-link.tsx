import type { ReactNode } from 'react';
import styles from './text-link.module.css';

export interface TextLinkProps {
  children: ReactNode;
  /** `name`: the text itself says that it leads somewhere; `bare`: in the colours of what it holds. */
  look?: 'link' | 'name' | 'bare';
  'aria-label'?: string;
  onPress: () => void;
}

/** Words in a text that lead somewhere within Kebu. */
export function TextLink({ look = 'link', onPress, ...rest }: TextLinkProps) {
  return <button {...rest} type="button" className={styles[look]} onClick={onPress} />;
}
