import { useMemo } from 'react';
import { createDecoder } from '#shared/formats/text/decoder.ts';
import { createEncodingDetector } from '#shared/formats/text/detect-encoding.ts';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import styles from './files.module.css';

/** More than anybody reads in a preview, and little enough to be laid out at once. */
const shownBytes = 256 * 1024;

export function TextView({ bytes }: { bytes: Uint8Array }) {
  const t = useT();
  const language = useLanguage();
  const { text, encoding } = useMemo(() => {
    const detector = createEncodingDetector();
    detector.push(bytes);
    const found = detector.end();
    const decoder = createDecoder(found.encoding);
    // The last character may be cut in two; `stream` keeps it back.
    return { text: decoder.decode(bytes.subarray(0, shownBytes), { stream: true }), encoding: found.encoding };
  }, [bytes]);
  const details = [
    t('files.encoding', { encoding: encoding.toUpperCase() }),
    ...(bytes.length > shownBytes ? [t('files.cut', { shown: formatBytes(language, shownBytes) })] : []),
  ];
  return (
    <>
      <pre className={styles.text}>{text}</pre>
      <p className={styles.quiet}>{details.join(' · ')}</p>
    </>
  );
}
