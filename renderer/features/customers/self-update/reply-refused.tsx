import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { ReplyReading } from '../../../engine/api.ts';
import { useToday } from '../../../platform/clock.ts';
import { useDescribeError, useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';

interface ReplyRefusedProps {
  reading: Exclude<ReplyReading, { is: 'read' }> | null;
  error: AppError | null;
  onOpen: (id: CustomerId) => void;
  onClose: () => void;
}

/** Why nothing can be taken over, and what to do instead. */
export function ReplyRefused({ reading, error, onOpen, onClose }: ReplyRefusedProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const describeError = useDescribeError();
  const say = (): string => {
    if (reading === null) return error === null ? '' : describeError(error);
    switch (reading.is) {
      case 'refused':
        return reading.refusal.is === 'expired'
          ? t('selfUpdate.refused.expired', { day: formatDay(language, reading.refusal.on, today) })
          : t(`selfUpdate.refused.${reading.refusal.is}`);
      case 'gone':
        return t('selfUpdate.refused.gone');
      case 'repeated':
        return t('selfUpdate.refused.repeated', { name: reading.name, day: formatDay(language, reading.on, today) });
      case 'stranger':
      case 'bin':
        return t(`selfUpdate.refused.${reading.is}`, { name: reading.name });
    }
  };
  const who = reading && 'id' in reading ? reading : null;
  return (
    <Banner
      tone={reading?.is === 'repeated' ? 'info' : 'warn'}
      isAlert
      actions={
        who && (
          <Button
            size="small"
            onPress={() => {
              onClose();
              onOpen(who.id);
            }}
          >
            {t('selfUpdate.openCard', { name: who.name })}
          </Button>
        )
      }
    >
      {say()}
    </Banner>
  );
}
