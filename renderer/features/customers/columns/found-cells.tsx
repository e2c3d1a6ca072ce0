import type { CustomerRow } from '../../../engine/api.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useJoin } from '../../../platform/language.tsx';
import { Marked } from '../../../ui/text/marked.tsx';
import styles from '../list/list.module.css';

type Match = NonNullable<CustomerRow['match']>;

/** What the search found in this field, with the found letters marked. */
function matchIn(row: CustomerRow, field: Match['field']): Match | undefined {
  return row.match?.field === field ? row.match : undefined;
}

/** Name, then company; where the search hit something that has no column, that text instead. */
export function NameCell({ row }: { row: CustomerRow }) {
  const name = matchIn(row, 'name');
  const organization = matchIn(row, 'organization');
  const shown: readonly string[] = ['name', 'organization', 'phone'];
  const elsewhere = row.match && !shown.includes(row.match.field) ? row.match : undefined;
  return (
    <>
      <span className={styles.name}>
        <Marked text={row.name} ranges={name?.ranges ?? []} />
      </span>
      <span className={styles.organization}>
        {elsewhere ? (
          <Marked text={elsewhere.text} ranges={elsewhere.ranges} />
        ) : (
          <Marked text={row.organization} ranges={organization?.ranges ?? []} />
        )}
      </span>
    </>
  );
}

export function PhoneCell({ row }: { row: CustomerRow }) {
  const match = matchIn(row, 'phone');
  return match ? <Marked text={match.text} ranges={match.ranges} /> : row.phone;
}

/** Tags by their names; the catalogue is asked once for all cells. */
export function TagsCell({ tagIds }: { tagIds: readonly string[] }) {
  const tags = useTags();
  const join = useJoin();
  return join(tagIds.map((id) => tags.get(id)?.name ?? ''));
}
