import { unitOf } from '#shared/imports/unit.ts';
import type { RecordOf } from '#shared/domain/tables.ts';
import type { Question } from '../../engine/client/question.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { InstantText } from '../../ui/text/date-text.tsx';
import styles from './imports.module.css';

export const receiptsQuestion: Question<RecordOf<'importBatch'>[]> = {
  key: 'catalogue:importBatch',
  ask: (engine) => engine.catalogue('importBatch'),
};

/** What came in before, newest first. */
export function Receipts() {
  const t = useT();
  const { data: batches } = useEngineQuery(receiptsQuestion.key, receiptsQuestion.ask);
  if (!batches) return null;
  const shown = batches.filter((batch) => !batch.deletedAt).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return (
    <Section title={t('data.receipts')}>
      {shown.length === 0 ? (
        <p className={styles.quiet}>{t('data.receipts.none')}</p>
      ) : (
        <ul className={styles.receipts}>
          {shown.map((batch) => (
            <li key={batch.id}>
              <span className={styles.receiptName}>
                {batch.fileName} <span className={styles.quiet}>{t(`import.kind.${batch.kind}`)}</span>
              </span>
              <span className={styles.quiet}>
                <InstantText at={batch.createdAt} />
              </span>
              <span className={styles.receiptLine}>
                {t('data.receipt.line', {
                  unit: unitOf(batch.fileName),
                  rowsRead: batch.rowsRead,
                  created: batch.created,
                  updated: batch.updated,
                  skipped: batch.skipped,
                  failed: batch.failed,
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
