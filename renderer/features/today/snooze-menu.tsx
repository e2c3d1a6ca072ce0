import { Clock3 } from 'lucide-react';
import { addDays, isoWeekday, toEpochDay } from '#shared/calendar/day.ts';
import { formatDayAndWeekday } from '#shared/i18n/format.ts';
import { useToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { Menu } from '../../ui/overlays/menu.tsx';

interface SnoozeMenuProps {
  onSnooze: (days: number) => void;
  onClose: () => void;
}

/** To which day something is put off; open as long as it is there. */
export function SnoozeMenu({ onSnooze, onClose }: SnoozeMenuProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const choices = [
    { id: 'tomorrow', days: 1, label: t('compose.tomorrow') },
    { id: 'monday', days: 8 - isoWeekday(toEpochDay(today)), label: t('compose.nextMonday') },
    ...[3, 7, 14, 30].map((days) => ({ id: String(days), days, label: t('compose.inDays', { days }) })),
  ];
  return (
    <Menu
      label={t('today.snoozeTo')}
      isOpen
      onOpenChange={onClose}
      trigger={<IconButton label={t('today.snoozeTo')} size="small" icon={<Clock3 />} />}
      groups={[
        {
          id: 'days',
          entries: choices.map(({ id, days, label }) => ({
            id,
            label,
            detail: formatDayAndWeekday(language, addDays(today, days), today),
            onAction: () => {
              onSnooze(days);
            },
          })),
        },
      ]}
    />
  );
}
