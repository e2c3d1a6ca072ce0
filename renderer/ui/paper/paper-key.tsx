import type { ReactNode } from 'react';
import styles from './paper-key.module.css';
import { Printed } from './printed.tsx';
import { QrCode } from './qr-code.tsx';

export interface PaperKeyProps {
  /** The whole key, for the code. */
  text: string;
  /** What is read and typed, in groups of four. */
  groups: readonly string[];
  /** Name of the code for screen readers. */
  qrLabel: string;
  /** Only on the printed sheet. */
  sheet: { title: string; instructions: ReactNode; footer: string };
}

/** A secret to be written down: numbered groups beside a code. Printing prints it alone, with the whole text for other tools. */
export function PaperKey({ text, groups, qrLabel, sheet }: PaperKeyProps) {
  const key = (
    <div className={styles.key}>
      <QrCode text={text} label={qrLabel} className={styles.qr} />
      <ol className={styles.groups} data-copyable>
        {groups
          .map((group, index) => ({ group, place: index + 1 }))
          .map(({ group, place }) => (
            <li key={place} className={styles.group}>
              <span className={styles.index}>{place}</span>
              <code>{group}</code>
            </li>
          ))}
      </ol>
    </div>
  );
  return (
    <>
      {key}
      <Printed className={styles.sheet}>
        <h1>{sheet.title}</h1>
        {key}
        <p className={styles.whole}>{text}</p>
        <p>{sheet.instructions}</p>
        <p>{sheet.footer}</p>
      </Printed>
    </>
  );
}
