import { MoreHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { CustomerLink } from '../../../display/customer-link.tsx';
import type { RelatedPerson } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../ui/overlays/menu.tsx';
import { Chip } from '../../../ui/text/chip.tsx';
import styles from './relations.module.css';

interface RelationRowProps {
  person: RelatedPerson;
  role: string;
  /** Since when, a note. */
  detail: ReactNode;
  isPast?: boolean;
  actions: readonly MenuEntry[];
}

/** One relation: what they are, who; Enter on the name opens their card. */
export function RelationRow({ person, role, detail, isPast = false, actions }: RelationRowProps) {
  const t = useT();
  return (
    <li className={styles.row}>
      <span className={styles.role}>{role}</span>
      <span className={styles.person}>
        <PersonName person={person} />
        {person.detail !== '' && <span className={styles.muted}>{person.detail}</span>}
        {person.kind === 'name' && <Chip>{t('relations.noCard')}</Chip>}
        {person.isInBin && person.kind !== 'name' && <Chip>{t('relations.inBin')}</Chip>}
        {isPast && <Chip>{t('relations.past')}</Chip>}
        <span className={styles.muted}>{detail}</span>
      </span>
      <Menu
        label={t('relations.actions', { other: person.name })}
        trigger={
          <IconButton
            label={t('relations.actions', { other: person.name })}
            size="small"
            icon={<MoreHorizontal />}
            isTooltipHidden
          />
        }
        groups={[{ id: 'relation', entries: actions }]}
      />
    </li>
  );
}

/** Opens the card of a customer, or of the company of a contact person. */
export function PersonName({ person }: { person: Pick<RelatedPerson, 'customerId' | 'name' | 'detail'> }) {
  const { customerId, name, detail } = person;
  if (customerId === null) return <span>{name}</span>;
  return (
    <CustomerLink look="name" id={customerId}>
      {name === '' ? detail : name}
    </CustomerLink>
  );
}
