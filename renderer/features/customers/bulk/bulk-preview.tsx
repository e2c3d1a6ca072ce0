import { inWords, typedOf } from '#shared/facts/typed.ts';
import { formatDayAndWeekday } from '#shared/i18n/format.ts';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useWords } from '../../../display/use-words.ts';
import type { BulkPreview } from '../../../engine/api.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useColumnLabel } from '../columns/columns.tsx';
import { useActivity } from '../../../state/activity.ts';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import styles from './bulk.module.css';
import { readableNumbers } from './readable-numbers.ts';

interface BulkPreviewViewProps {
  preview: BulkPreview | null | undefined;
  unit: keyof typeof sentences;
  /** The name of the tag that does not exist yet. */
  newTag?: string;
}

const sentences = {
  customers: 'bulk.preview',
  tags: 'bulk.preview',
  cells: 'bulk.previewCells',
  binned: 'bulk.previewBin',
} as const;

/** Of very many it is said how far it is. */
function PreviewUnderWay() {
  const t = useT();
  const task = useActivity(({ tasks }) => tasks.find(({ id }) => id === 'bulk'));
  if (!task) return <p className={styles.counts}>{t('bulk.working')}</p>;
  return <ProgressBar label={t('bulk.working')} done={task.done} total={task.total} />;
}

/** What a change of many comes to: counts, reasons, and the first of them before and after. */
export function BulkPreviewView({ preview, unit, newTag }: BulkPreviewViewProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const tags = useTags();
  const customFields = useCustomFields();
  const words = useWords();
  const columnLabelOf = useColumnLabel();
  if (!preview) return <PreviewUnderWay />;
  const { changing, same, failing, warnings, examples } = preview;
  const failed = failing.reduce((sum, each) => sum + each.count, 0);
  const word = (field: string | null, text: string): string => {
    if (text === '') return t('bulk.empty');
    if (field === 'phones') return readableNumbers(text);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDayAndWeekday(language, text, today);
    const typed = field === null ? undefined : typedOf(field, { customFields, words });
    return typed?.choices ? inWords(typed, text, t) : text;
  };
  const tagName = (id: string): string => tags.get(id)?.name ?? newTag ?? '';
  const labelOf = (field: string): string => typedOf(field, { customFields, words })?.label(t) ?? columnLabelOf(field);
  return (
    <div className={styles.preview}>
      <p className={styles.counts} role="status">
        {t(sentences[unit], { changing, same, failing: failed })}
      </p>
      {failing.map(({ problem, field, count, first, text }) => (
        <p key={`${problem}:${field ?? ''}`} className={styles.problem}>
          {unit === 'cells' && field !== null
            ? t('bulk.problemCells', {
                count,
                field: labelOf(field),
                reason: t(problem),
                first,
                text: text.slice(0, 60),
              })
            : t('bulk.problem', { count, reason: t(problem), first })}
        </p>
      ))}
      {warnings.map(({ warning, field, count, first }) => (
        <p key={`${warning}:${field}`} className={styles.warning}>
          {t(`bulk.warning.${warning}`, { count, field: labelOf(field), first })}
        </p>
      ))}
      <ul className={styles.examples}>
        {examples.map(({ name, field, before, after }, at) => (
          <li key={`${String(at)}:${name}`}>
            <strong>{name}</strong>
            {field !== null && <span className={styles.muted}>{labelOf(field)}</span>}
            {unit === 'tags' && (
              <>
                {before !== '' && <span className={styles.before}>{tagName(before)}</span>}
                {after !== '' && <span>+ {tagName(after)}</span>}
              </>
            )}
            {(unit === 'customers' || unit === 'cells') && (
              <>
                <span className={before === '' ? styles.muted : styles.before}>{word(field, before)}</span>
                <span aria-hidden="true">→</span>
                <span>{word(field, after)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {changing > examples.length && (
        <p className={styles.muted}>{t('bulk.exampleMore', { count: changing - examples.length })}</p>
      )}
    </div>
  );
}
