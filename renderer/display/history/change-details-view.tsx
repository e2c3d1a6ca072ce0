import type { ChangedRecord } from '../../engine/api.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import styles from './history.module.css';
import { useSaying } from './use-saying.ts';

/** Record by record and field by field, what stood before and what came. */
export function ChangeDetailsView({ changeSetId }: { changeSetId: string }) {
  const t = useT();
  const { data } = useEngineQuery(`changesOf:${changeSetId}`, (engine) => engine.changesOf(changeSetId));
  if (data === undefined) return null;
  if (data === null) return <p className={styles.muted}>{t('history.gone')}</p>;
  return (
    <ul className={styles.records}>
      {data.records.map((record) => (
        <RecordChange key={`${record.table}/${record.recordId}`} record={record} />
      ))}
      {data.isFromCard && <li className={styles.muted}>{t('history.fromCard')}</li>}
      {data.more > 0 && <li className={styles.muted}>{t('history.more', { count: data.more })}</li>}
    </ul>
  );
}

function RecordChange({ record }: { record: ChangedRecord }) {
  const t = useT();
  const { nameOf, say } = useSaying();
  const { table, customerName, title, deed, fields } = record;
  const name = [customerName, title].filter((part) => part !== undefined && part !== '').join(' · ');
  const isBinned = table === 'customer' && deed === 'deleted';
  return (
    <li>
      <span className={styles.recordName}>
        <span className={styles.muted}>{t(`table.${table}`)}</span> {name}{' '}
        <span className={styles.muted}>{t(isBinned ? 'history.deed.binned' : `history.deed.${deed}`)}</span>
      </span>
      {fields.length > 0 && (
        <dl className={styles.fields}>
          {fields.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{nameOf(table, field)}</dt>
              <dd>
                {deed === 'created'
                  ? say(field, after)
                  : t('history.changed', { before: say(field, before), after: say(field, after) })}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
