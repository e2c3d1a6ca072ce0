import { useState } from 'react';
import { customKey } from '#shared/filter/fields.ts';
import type { GapKey } from '#shared/gaps/gap-fields.ts';
import { CustomerLink } from '../../../display/customer-link.tsx';
import { ClassWord } from '../../../display/class-word.tsx';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import type { GapRow } from '../../../engine/api.ts';
import { Amount } from '../../../ui/text/amount.tsx';
import { GapBox } from './gap-box.tsx';
import { GapFileBox } from './gap-file-box.tsx';
import { FilledGap } from './filled-gap.tsx';
import styles from './gaps.module.css';

/** One customer with what is missing, and what was filled in since the list was gathered. */
export function GapLine({ line: { row, gaps }, keys }: { line: GapRow; keys: readonly GapKey[] }) {
  const [asked, setAsked] = useState<readonly GapKey[]>(gaps);
  /** The gap whose box the keyboard goes to as soon as it is there. */
  const [wanted, setWanted] = useState<GapKey | null>(null);
  const fresh = gaps.filter((key) => !asked.includes(key));
  if (fresh.length > 0) setAsked([...asked, ...fresh]);
  const fields = useCustomFields();
  const ofFiles = new Set<string>(fields.filter(({ type }) => type === 'attachment').map(({ id }) => customKey(id)));
  const about = [row.organization, row.title, row.phone].filter((part) => part !== '').join(' · ');
  return (
    <li className={styles.line}>
      <div className={styles.who}>
        <span className={styles.name}>
          <CustomerLink look="name" id={row.id}>
            {row.name}
          </CustomerLink>
          {row.purchases > 0 && (
            <span className={styles.amount}>
              <Amount fen={row.revenueFen} isWhole />
            </span>
          )}
        </span>
        <span className={styles.about}>
          <ClassWord dimension="value" value={row.classes.value} />
          {about !== '' && <span className={styles.quiet}>{about}</span>}
        </span>
      </div>
      <div className={styles.slots}>
        {keys
          .filter((key) => asked.includes(key))
          .map((key) =>
            !gaps.includes(key) ? (
              <FilledGap
                key={key}
                row={row}
                gapKey={key}
                onTakeBack={() => {
                  setWanted(key);
                }}
              />
            ) : ofFiles.has(key) ? (
              <GapFileBox key={key} row={row} gapKey={key} autoFocus={key === wanted} />
            ) : (
              <GapBox key={key} row={row} gapKey={key} autoFocus={key === wanted} />
            ),
          )}
      </div>
    </li>
  );
}
