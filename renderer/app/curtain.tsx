import { useT } from '../platform/language.tsx';
import { useSession } from '../state/session.ts';
import styles from './curtain.module.css';
import { Seal } from './seal.tsx';

export function toggleCurtain(): void {
  useSession.setState(({ isCurtainDown }) => ({ isCurtainDown: !isCurtainDown }));
}

/** Covers everything at one key, for when somebody leans over the counter. The archive stays open behind it. */
export function Curtain() {
  const t = useT();
  return (
    <main className={styles.curtain} aria-label={t('curtain.title')}>
      <button type="button" className={styles.button} autoFocus onClick={toggleCurtain}>
        <Seal isLarge />
        <span>{t('curtain.hint')}</span>
      </button>
    </main>
  );
}
