import { problemKey, type Problem } from '#shared/imports/problems.ts';
import type { ProblemGroup } from '#shared/imports/summary.ts';
import { useT } from '../../platform/language.tsx';
import { Chip, type Tone } from '../../ui/text/chip.tsx';
import styles from './imports.module.css';

const tones: Record<Problem['severity'], Tone> = { error: 'seal', skip: 'plain', warning: 'warn' };

/** What was noticed in the rows: by kind, with a few places each. */
export function ProblemList({ problems }: { problems: readonly ProblemGroup[] }) {
  const t = useT();
  if (problems.length === 0) return <p className={styles.quiet}>{t('data.problems.none')}</p>;
  return (
    <ul className={styles.problems}>
      {problems.map((group) => (
        <li key={`${group.severity}-${group.code}`}>
          <details>
            <summary>
              <Chip tone={tones[group.severity]}>{t(`data.problem.${group.severity}`)}</Chip>
              <span className={styles.problemText}>{describe(t, group)}</span>
              <span className={styles.quiet}>{t('data.problem.rows', { count: group.count })}</span>
            </summary>
            <ul className={styles.places}>
              {group.examples.map(({ line, problem }) => (
                <li key={`${String(line)}-${String(problem.column)}`}>
                  <span className={styles.quiet}>{t('data.problem.line', { line })}</span>{' '}
                  {t(problemKey(problem), problem.values)}
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** The first place speaks for its kind. */
function describe(t: ReturnType<typeof useT>, { examples: [first] }: ProblemGroup): string {
  return first ? t(problemKey(first.problem), first.problem.values) : '';
}
