import { FileSpreadsheet, Store } from 'lucide-react';
import { useRef, useState } from 'react';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { usePaste } from '../../ui/keys/use-paste.ts';
import { isTyping } from '../../ui/theme/keyboard.ts';
import { fileOfPasted } from './copied-rows.ts';
import styles from './imports.module.css';

interface FileDoorProps {
  onFile: (file: File) => void;
  onPractice: () => void;
}

/** Where a file comes in: dropped, chosen or pasted, as rows copied from a spreadsheet are. An empty archive may take the practice shop instead. */
export function FileDoor({ onFile, onPractice }: FileDoorProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { data: overview } = useEngineQuery('overview', (engine) => engine.overview());
  const isEmpty = overview?.customers === 0 && overview.inBin === 0;
  usePaste((pasted, event) => {
    if (isTyping(event.target)) return;
    const file = fileOfPasted(pasted, t('data.pasted'));
    if (file.size === 0) return;
    event.preventDefault();
    onFile(file);
  });
  return (
    <>
      <section
        className={styles.door}
        data-over={isOver}
        aria-label={t('data.drop.title')}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const file = event.dataTransfer.files[0];
          if (file) onFile(file);
        }}
      >
        <FileSpreadsheet className={styles.doorIcon} aria-hidden="true" />
        <h2 className={styles.doorTitle}>{t('data.drop.title')}</h2>
        <p className={styles.doorText}>{t('data.drop.text')}</p>
        <Button kind="primary" onPress={() => input.current?.click()}>
          {t('data.drop.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('data.drop.choose')}
          accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls,.et,.ods,.vcf,.vcard"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
      </section>
      {isEmpty && (
        <section className={styles.practice} aria-label={t('data.practice')}>
          <Store aria-hidden="true" />
          <p>
            <strong>{t('data.practice')}</strong>
            <br />
            {t('data.practice.text')}
          </p>
          <Button onPress={onPractice}>{t('data.practice.start')}</Button>
        </section>
      )}
    </>
  );
}
