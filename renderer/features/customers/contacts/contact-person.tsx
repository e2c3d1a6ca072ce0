import { ChevronDown, ChevronRight, MoreHorizontal } from 'lucide-react';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { formatPhone } from '#shared/match/format-phone.ts';
import { isUsable } from '#shared/reach/ways.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { Chip } from '../../../ui/text/chip.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { ContactFacts } from './contact-facts.tsx';
import styles from './contacts.module.css';
import { useContactDeeds } from './use-contact-deeds.ts';

interface ContactPersonProps {
  contact: Contact;
  dossier: Dossier;
  isOpen: boolean;
  onToggle: () => void;
}

/** A contact person on one line; pressed, everything that is known of them. */
export function ContactPerson({ contact, dossier, isOpen, onToggle }: ContactPersonProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const { makeMain, leave, comeBack, remove } = useContactDeeds(contact, dossier);
  const { name, role, title, primary, leftOn, phones } = contact;
  const phone = phones.find(isUsable);
  const detail = [
    role && t(`role.${role}`),
    title,
    leftOn && t('contacts.leftOn', { date: formatDay(language, leftOn, today) }),
  ].filter(Boolean);
  const more = t('contacts.more', { name });
  return (
    <li>
      <div className={styles.line}>
        <button type="button" data-person className={styles.toggle} aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
          <span className={classNames(styles.name, leftOn !== undefined && styles.gone)}>{name}</span>
          <span className={styles.detail}>{detail.join(' · ')}</span>
          {phone && !isOpen && <span className={styles.phone}>{formatPhone(phone)}</span>}
        </button>
        {primary === true && leftOn === undefined && <Chip>{t('contacts.main')}</Chip>}
        <Menu
          label={more}
          trigger={<IconButton label={more} size="small" isTooltipHidden icon={<MoreHorizontal />} />}
          groups={[
            {
              id: 'person',
              entries: [
                ...(primary === true || leftOn !== undefined
                  ? []
                  : [{ id: 'main', label: t('contacts.makeMain'), onAction: makeMain }]),
                leftOn === undefined
                  ? { id: 'leave', label: t('contacts.leave'), onAction: leave }
                  : { id: 'back', label: t('contacts.comeBack'), onAction: comeBack },
                { id: 'remove', label: t('contacts.remove'), isDanger: true, onAction: remove },
              ],
            },
          ]}
        />
      </div>
      {isOpen && <ContactFacts contact={contact} dossier={dossier} />}
    </li>
  );
}
