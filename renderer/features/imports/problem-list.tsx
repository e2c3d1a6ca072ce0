import { useRef, useState } from 'react';
import type { MendedCell } from '#shared/imports/mend-cells.ts';
import { problemKey, type Problem } from '#shared/imports/problems.ts';
import type { ProblemGroup, ProblemPlace } from '#shared/imports/summary.ts';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Chip, type Tone } from '../../ui/text/chip.tsx';
import styles from './imports.module.css';
import { MendDialog } from './mend-dialog.tsx';
import type { PreviewColumn } from './protocol.ts';

const tones: Record<Problem['severity'], Tone> = { error: 'seal', skip: 'plain', warning: 'warn' };

interface ProblemListProps {
  problems: readonly ProblemGroup[];
  columns: readonly PreviewColumn[];
  unit: 'card' | 'row';
  /** Absent where nothing can be put right any more. */
  onMend?: (cells: readonly MendedCell[]) => Promise<void>;
}

/** What was noticed in the rows: by kind, with the first places of each, which can be put right. */
export function ProblemList({ problems, columns, unit, onMend }: ProblemListProps) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const [mending, setMending] = useState<ProblemPlace | null>(null);
  return (
    <>
      {/* The keyboard comes here when the row that it was on is no problem any more. */}
      <ul ref={list} tabIndex={-1} aria-label={t('data.problems')} className={styles.problems}>
        {problems.map((group) => (
          <li key={`${group.severity}-${group.code}`}>
            <details>
              <summary>
                <Chip tone={tones[group.severity]}>{t(`data.problem.${group.severity}`)}</Chip>
                <span className={styles.problemText}>{describe(t, group)}</span>
                <span className={styles.quiet}>{t('data.problem.rows', { count: group.count })}</span>
              </summary>
              <ul className={styles.places}>
                {group.examples.map((place) => (
                  <li key={`${String(place.line)}-${String(place.problem.column)}`}>
                    <span className={styles.quiet}>{t('data.problem.line', { line: place.line, unit })}</span>
                    <span className={styles.problemText}>{t(problemKey(place.problem), place.problem.values)}</span>
                    {onMend && (
                      <Button
                        size="small"
                        aria-label={`${t('data.mend.open')}: ${t('data.problem.line', { line: place.line, unit })}`}
                        onPress={() => {
                          setMending(place);
                        }}
                      >
                        {t('data.mend.open')}
                      </Button>
                    )}
                  </li>
                ))}
                {group.count > group.examples.length && (
                  <li className={styles.quiet}>
                    {t('bulk.exampleMore', { count: group.count - group.examples.length })}
                  </li>
                )}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      {problems.length === 0 && <p className={styles.quiet}>{t('data.problems.none')}</p>}
      {mending !== null && onMend && (
        <MendDialog
          place={mending}
          columns={columns}
          unit={unit}
          onClose={() => {
            setMending(null);
          }}
          onMend={(cells) => {
            setMending(null);
            void onMend(cells).then(() => list.current?.focus());
          }}
        />
      )}
    </>
  );
}

/** The first place speaks for its kind. */
function describe(t: ReturnType<typeof useT>, { examples: [first] }: ProblemGroup): string {
  return first ? t(problemKey(first.problem), first.problem.values) : '';
}
