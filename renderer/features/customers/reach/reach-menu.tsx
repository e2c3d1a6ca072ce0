import { MoreHorizontal } from 'lucide-react';
import { rulesOf, type Way } from '#shared/reach/ways.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu, type MenuEntry, type MenuGroup } from '../../../ui/overlays/menu.tsx';
import { statusKey } from './say-reach.ts';
import type { ReachDeeds } from './use-reach.ts';

interface ReachMenuProps {
  way: Way;
  at: number;
  deeds: ReachDeeds;
  /** Opens the boxes for the parts of an address. */
  onParts: () => void;
}

/** What can be done with one number, account, mail or address. */
export function ReachMenu({ way, at, deeds, onParts }: ReachMenuProps) {
  const t = useT();
  const { list } = deeds;
  const reach = list[at];
  if (reach === undefined) return null;
  const rules = rulesOf(way);
  const title = t('reach.more', { value: rules.show(reach) });
  const deed = (id: string, label: string, onAction: () => void, rest: Partial<MenuEntry> = {}): MenuEntry => ({
    id,
    label,
    onAction,
    ...rest,
  });
  const groups: MenuGroup[] = [
    {
      id: 'deeds',
      entries: [
        deed(
          'copy',
          t('reach.copy'),
          () => {
            deeds.copy(at);
          },
          { keys: 'C' },
        ),
        deed(
          'verify',
          t('reach.verify'),
          () => {
            deeds.verify(at);
          },
          { keys: 'V' },
        ),
        ...(way === 'addresses' ? [deed('parts', t('reach.parts'), onParts)] : []),
      ],
    },
    {
      id: 'status',
      title: t('reach.status'),
      entries: rules.statuses.map((status) =>
        deed(
          status,
          t(statusKey(way, status)),
          () => {
            // Pressing the one that is set takes it away again.
            const part = { status: reach.status === status ? undefined : status, verifiedAt: undefined };
            deeds.change(at, part);
          },
          { isChecked: reach.status === status },
        ),
      ),
    },
    {
      id: 'order',
      entries: [
        ...(at > 0
          ? [
              deed('main', t('reach.makeMain'), () => {
                deeds.move(at, 0);
              }),
              deed(
                'up',
                t('reach.up'),
                () => {
                  deeds.move(at, at - 1);
                },
                { keys: 'Alt+Up' },
              ),
            ]
          : []),
        ...(at < list.length - 1
          ? [
              deed(
                'down',
                t('reach.down'),
                () => {
                  deeds.move(at, at + 1);
                },
                { keys: 'Alt+Down' },
              ),
            ]
          : []),
        deed(
          'remove',
          t('reach.remove'),
          () => {
            deeds.remove(at);
          },
          { isDanger: true, keys: 'Delete' },
        ),
      ],
    },
  ];
  return (
    <Menu
      label={title}
      trigger={<IconButton label={title} size="small" isTooltipHidden icon={<MoreHorizontal />} />}
      groups={groups}
    />
  );
}
