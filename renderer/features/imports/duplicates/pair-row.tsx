import type { FixedRole } from '#shared/domain/relation/relation-role.ts';
import type { DuplicatePair, DuplicateSide } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import styles from './duplicates.module.css';
import type { Duplicates } from './use-duplicates.ts';

/** What the second may be to the first: people on one phone, places of one company, companies with one person to be reached. */
const roles = {
  household: ['spouse', 'parent', 'child', 'sibling', 'relative', 'colleague', 'friend'],
  branch: ['headquarters', 'subsidiary', 'affiliate'],
  companies: ['affiliate', 'headquarters', 'subsidiary', 'supplier', 'buyer'],
  employee: ['employee'],
  employer: ['employer'],
} as const satisfies Record<string, FixedRole[]>;

function rolesOf({ a, b, verdict }: DuplicatePair): readonly FixedRole[] {
  if (verdict !== 'contact') return verdict === 'branch' ? roles.branch : roles.household;
  if (a.isPerson === b.isPerson) return roles.companies;
  return a.isPerson ? roles.employer : roles.employee;
}

/** Two customers, what speaks for and against their being one, and what can be done about it. */
export function PairRow({ pair, duplicates }: { pair: DuplicatePair; duplicates: Duplicates }) {
  const t = useT();
  const { a, b, verdict, probability, reasons } = pair;
  const names = { a: a.name, b: b.name };
  // What is never quite sure is never told as such.
  const percent = Math.min(99, Math.floor(probability * 100));
  return (
    <li className={styles.pair}>
      {verdict === 'same' ? (
        <span className={styles.percent} title={t('duplicates.likely', { percent })}>
          {t('duplicates.percent', { percent })}
        </span>
      ) : (
        <span />
      )}
      <span className={styles.sides}>
        <Side side={a} />
        <Side side={b} />
      </span>
      <span className={styles.reasons}>{reasons.map((reason) => t(`duplicates.reason.${reason}`)).join(' · ')}</span>
      <span className={styles.actions}>
        <Button
          kind={verdict === 'same' ? 'normal' : 'quiet'}
          size="small"
          aria-label={t('duplicates.compareNamed', names)}
          onPress={() => {
            duplicates.setOpen(pair);
          }}
        >
          {t('duplicates.compare')}
        </Button>
        {verdict !== 'same' && (
          <Menu
            label={t('duplicates.relateNamed', names)}
            trigger={
              <Button size="small" aria-label={t('duplicates.relateNamed', names)}>
                {t('duplicates.relate')}
              </Button>
            }
            groups={[
              {
                id: 'roles',
                entries: rolesOf(pair).map((role) => {
                  const word = t(`relation.${role}`);
                  return {
                    id: role,
                    label: t('duplicates.relatedAs', { ...names, role: word }),
                    onAction: () => void duplicates.relate(pair, role, word),
                  };
                }),
              },
            ]}
          />
        )}
        <Button
          kind="quiet"
          size="small"
          aria-label={t('duplicates.notSameNamed', names)}
          onPress={() => void duplicates.tellApart(pair)}
        >
          {t('duplicates.notSame')}
        </Button>
      </span>
    </li>
  );
}

function Side({ side: { id, name, phone, organization } }: { side: DuplicateSide }) {
  return (
    <button
      type="button"
      className={styles.side}
      onClick={() => {
        navigate({ screen: 'customers', customerId: id });
      }}
    >
      <strong>{name}</strong>
      <span className={styles.muted}>{[phone, organization].filter(Boolean).join(' · ')}</span>
    </button>
  );
}
