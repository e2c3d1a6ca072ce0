import type { CustomerRow } from '../../../engine/api.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useJoin } from '../../../platform/language.tsx';
import { FoundText, type FoundRanges } from '../../../ui/text/found-text.tsx';
import styles from '../list/list.module.css';

/** Where the search found letters in this field. */
function rangesIn({ match }: CustomerRow, field: string): FoundRanges | undefined {
  return match?.field === field ? match.ranges : undefined;
}

/** Name, then company; where the search hit something that has no column, that text instead. */
export function NameCell({ row }: { row: CustomerRow }) {
  const { match, name, organization } = row;
  const hasColumn = match === undefined || ['name', 'organization', 'phone'].includes(match.field);
  return (
    <>
      <FoundText className={styles.name} text={name} ranges={rangesIn(row, 'name')} />
      {hasColumn ? (
        <FoundText className={styles.organization} text={organization} ranges={rangesIn(row, 'organization')} />
      ) : (
        <FoundText className={styles.organization} text={match.text} ranges={match.ranges} />
      )}
    </>
  );
}

export function PhoneCell({ row }: { row: CustomerRow }) {
  const ranges = rangesIn(row, 'phone');
  return <FoundText text={ranges && row.match ? row.match.text : row.phone} ranges={ranges} />;
}

/** Tags by their names; the catalogue is asked once for all cells. */
export function TagsCell({ tagIds }: { tagIds: readonly string[] }) {
  const tags = useTags();
  const join = useJoin();
  return join(tagIds.map((id) => tags.get(id)?.name ?? ''));
}
