import type { RelationMap } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { PersonName } from './relation-row.tsx';
import styles from './relation-map.module.css';
import { backwards, useRoleWord } from './role-words.ts';

/** The picture of the relations in words: those beside the customer, and below each of them those beyond. */
export function RelationOutline({ map }: { map: RelationMap }) {
  const t = useT();
  const word = useRoleWord();
  const around = (at: number, ring: 1 | 2) =>
    map.edges.flatMap(({ from, to, role, isCurrent }) => {
      const [other, says] = from === at ? [to, role] : to === at ? [from, backwards(role)] : [-1, ''];
      const node = map.nodes[other];
      return node?.ring === ring ? [{ at: other, node, says, isCurrent }] : [];
    });
  return (
    <ul className={styles.outline}>
      {around(0, 1).map(({ at, node, says, isCurrent }) => (
        <li key={`${String(at)}-${says}`}>
          <span className={styles.says}>{word(says)}</span> <PersonName person={node} />
          {!isCurrent && <span className={styles.says}> {t('relations.past')}</span>}
          <ul className={styles.outline}>
            {around(at, 2).map((beyond) => (
              <li key={`${String(beyond.at)}-${beyond.says}`}>
                <span className={styles.says}>{word(beyond.says)}</span> <PersonName person={beyond.node} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
