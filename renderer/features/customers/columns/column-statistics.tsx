import { fromEpochDay } from '#shared/calendar/day.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { inWords, typedOf } from '#shared/facts/typed.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useWords } from '../../../display/use-words.ts';
import type { ColumnStatistics, SortColumn } from '../../../engine/api.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { columnSpec, useColumnLabel } from './columns.tsx';
import styles from '../list/list.module.css';

export interface ColumnStatisticsDialogProps {
  column: string;
  token: string;
  onClose: () => void;
}

/** How a column is filled among the customers in the list: counts, extremes, the most frequent values. */
export function ColumnStatisticsDialog({ column, token, onClose }: ColumnStatisticsDialogProps) {
  const t = useT();
  const labelOf = useColumnLabel();
  const spec = columnSpec(column);
  const { data: statistics } = useEngineQuery(
    `statistics:${token}:${column}`,
    (engine) => engine.columnStatistics(token, spec.sort ?? (column as SortColumn)),
    { passing: true },
  );
  return (
    <Dialog title={`${labelOf(column)} · ${t('grid.column.stats')}`} size="small" isOpen onClose={onClose}>
      {statistics && <Figures statistics={statistics} column={column} />}
    </Dialog>
  );
}

function Figures({ statistics, column }: { statistics: ColumnStatistics; column: string }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const { formats } = useKit();
  const classWord = useClassWord();
  const customFields = useCustomFields();
  const words = useWords();
  const tags = useTags();
  const { filled, empty, kind, numbers, distinct, top } = statistics;
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const write = (value: number): string => {
    if (kind === 'money') return formats.amount(Math.round(value));
    if (kind === 'day') return formatDay(language, fromEpochDay(Math.round(value)), today);
    return kind === 'percent' ? `${plain.format(value)}%` : plain.format(value);
  };
  const word = (value: string): string => {
    if (kind === 'class') return classWord(column as Dimension, value);
    if (column === 'tagIds') return tags.get(value)?.name ?? value;
    const typed = typedOf(columnSpec(column).fact ?? column, { customFields, words });
    return typed ? inWords(typed, value, t) : value;
  };
  const share = filled + empty === 0 ? 0 : Math.round((filled / (filled + empty)) * 100);
  const isDay = kind === 'day';
  /** What belongs together stands side by side. */
  const figures: [label: string, value: string][] = [
    [t('grid.stats.filled'), t('grid.stats.share', { count: plain.format(filled), percent: share })],
    [t('grid.stats.empty'), plain.format(empty)],
    ...(numbers
      ? ([
          [t(isDay ? 'grid.stats.earliest' : 'grid.stats.min'), write(numbers.min)],
          [t(isDay ? 'grid.stats.latest' : 'grid.stats.max'), write(numbers.max)],
          [t('grid.stats.mean'), write(numbers.mean)],
          ...(kind === 'money' || kind === 'number' ? [[t('grid.stats.sum'), write(numbers.sum)]] : []),
        ] as [string, string][])
      : []),
    [t('grid.stats.distinct'), plain.format(distinct)],
  ];
  return (
    <>
      <dl className={styles.figures}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {top.length > 0 && (
        <>
          <h3 className={styles.topTitle}>{t('grid.stats.top')}</h3>
          <ol className={styles.top}>
            {top.map(({ value, count }) => (
              <li key={value}>
                <span
                  className={styles.bar}
                  style={{ inlineSize: `${String((count / (top[0]?.count ?? 1)) * 100)}%` }}
                />
                <span>{word(value)}</span>
                <span>{plain.format(count)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
