import type { ReadReply } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import styles from './self-update.module.css';

type Point = ReadReply['points'][number];

interface ReplyPointsProps {
  reading: ReadReply;
  isChosen: (point: Point) => boolean;
  onToggle: (point: Point) => void;
}

/** What a reply says beside what is known, each point to be taken over by itself. */
export function ReplyPoints({ reading, isChosen, onToggle }: ReplyPointsProps) {
  const t = useT();
  const { name, points, passed, remark, isForm } = reading;
  const changed = points.filter(({ kind }) => kind !== 'confirmed');
  const confirmed = points.filter(({ kind }) => kind === 'confirmed');
  if (points.length === 0) {
    return <Banner tone="warn">{t(isForm ? 'selfUpdate.saysNothing' : 'selfUpdate.nothingFound')}</Banner>;
  }
  const list = (title: string, some: readonly Point[]) =>
    some.length > 0 && (
      <section aria-label={title}>
        <h3 className={styles.heading}>{title}</h3>
        <ul className={styles.points}>
          {some.map((point) => (
            <PointRow
              key={point.id}
              point={point}
              isChosen={isChosen(point)}
              onToggle={() => {
                onToggle(point);
              }}
            />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <p className={styles.from} role="status">
        {t(isForm ? 'selfUpdate.of' : 'selfUpdate.ofWords', { name })}
      </p>
      {remark !== '' && <blockquote className={styles.remark}>{remark}</blockquote>}
      {list(t('selfUpdate.changes', { count: changed.length }), changed)}
      {list(t('selfUpdate.confirmed', { count: confirmed.length }), confirmed)}
      {passed > 0 && <p className={styles.hint}>{t('selfUpdate.passed', { count: passed })}</p>}
    </>
  );
}

function PointRow({ point, isChosen, onToggle }: { point: Point; isChosen: boolean; onToggle: () => void }) {
  const t = useT();
  const { kind, label, person, now, says, isStale, problem } = point;
  const what = person === undefined ? label : `${person} · ${label}`;
  return (
    <li className={styles.point}>
      <Checkbox isSelected={isChosen} isDisabled={problem !== undefined} onChange={onToggle}>
        <span className={styles.what}>{what}</span>
      </Checkbox>
      <span className={styles.values}>
        {kind !== 'confirmed' && now !== '' && <del className={styles.now}>{now}</del>}
        <span className={classNames(kind === 'over' && styles.over)}>
          {says !== '' ? says : t(kind === 'over' ? 'selfUpdate.isOver' : 'selfUpdate.isEmpty')}
        </span>
        {kind === 'added' && <small className={styles.tag}>{t('selfUpdate.isNew')}</small>}
        {problem !== undefined && <small className={styles.problem}>{t(problem)}</small>}
        {isStale && problem === undefined && <small className={styles.warn}>{t('selfUpdate.isStale')}</small>}
      </span>
    </li>
  );
}
