import type { Contact } from '#shared/domain/contact/contact.ts';
import { useT } from '../../../platform/language.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { ChipButton } from '../../../ui/text/chip.tsx';

interface WithWhomProps {
  people: readonly Contact[];
  /** `null`: nobody in particular. */
  chosen: string | null;
  onChange: (contactId: string | null) => void;
}

/** With which contact person somebody spoke; only where there are any. */
export function WithWhom({ people, chosen, onChange }: WithWhomProps) {
  const t = useT();
  const present = people.filter(({ leftOn, deletedAt }) => leftOn === undefined && !deletedAt);
  if (present.length === 0) return null;
  const person = present.find(({ id }) => id === chosen);
  return (
    <Menu
      label={t('compose.with')}
      placement="bottom start"
      trigger={
        <ChipButton tone={person ? 'action' : 'plain'}>
          {person ? t('compose.withName', { name: person.name }) : t('compose.with')}
        </ChipButton>
      }
      groups={[
        {
          id: 'people',
          entries: present.map(({ id, name, title }) => ({
            id,
            label: name,
            detail: title,
            isChecked: id === chosen,
            onAction: () => {
              onChange(id === chosen ? null : id);
            },
          })),
        },
      ]}
    />
  );
}
