import type { ReactNode } from 'react';
import { useT } from '../../platform/language.tsx';
import type { Step } from './step.ts';

interface ReadingLineProps {
  reading: Extract<Step, { name: 'preview' }>['reading'];
  children: ReactNode;
}

/** A line about a file; while the file is read anew, how far that is. */
export function ReadingLine({ reading, children }: ReadingLineProps) {
  const t = useT();
  if (reading === null) return children;
  const { stage, done, total } = reading;
  return (
    <span role="status">
      {t('status.task', { label: t(`data.stage.${stage}`), percent: total > 0 ? Math.floor((100 * done) / total) : 0 })}
    </span>
  );
}
