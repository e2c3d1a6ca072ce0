import { factOf } from '#shared/facts/facts.ts';
import type { BulkPreview } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import styles from './bulk.module.css';

interface BulkPreviewViewProps {
  preview: BulkPreview | undefined;
  unit: 'customers' | 'cells';
}

/** What a change of many comes to: counts, reasons, and the first of them before and after. */
export function BulkPreviewView({ preview, unit }: BulkPreviewViewProps) {
  const t = useT();
  const { data: tags = [] } = useEngineQuery('tags', (engine) => engine.catalogue('tag'));
  if (!preview) return <p className={styles.counts}>{t('bulk.working')}</p>;
  const { changing, same, failing, examples } = preview;
  const failed = failing.reduce((sum, each) => sum + each.count, 0);
  const word = (field: string | null, text: string): string => {
    if (text === '') return t('bulk.empty');
    const choice = field === null ? undefined : factOf(field)?.choices?.find(({ id }) => id === text);
    return choice ? t(choice.label) : (tags.find(({ id }) => id === text)?.name ?? text);
  };
  return (
    <div className={styles.preview}>
      <p className={styles.counts} role="status">
        {t(unit === 'cells' ? 'bulk.previewCells' : 'bulk.preview', { changing, same, failing: failed })}
      </p>
      {failing.map(({ problem, count, first }) => (
        <p key={problem} className={styles.problem}>
          {t('bulk.problem', { count, reason: t(problem), first })}
        </p>
      ))}
      <ul className={styles.examples}>
        {examples.map(({ name, field, before, after }, at) => (
          <li key={`${String(at)}:${name}`}>
            <strong>{name}</strong>
            {field !== null && <span className={styles.muted}>{t(factOf(field)?.label ?? 'bulk.field')}</span>}
            <span className={styles.before}>{word(field, before)}</span>
            <span aria-hidden="true">→</span>
            <span>{word(field, after)}</span>
          </li>
        ))}
      </ul>
      {changing > examples.length && (
        <p className={styles.muted}>{t('bulk.exampleMore', { count: changing - examples.length })}</p>
      )}
    </div>
  );
}
