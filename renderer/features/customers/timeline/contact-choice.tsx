import { memo } from 'react';
import type { Interaction, Outcome } from '#shared/domain/interaction/interaction.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import type { Unsaved } from '#shared/unsaved/unsaved.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { ChipButton, ToggleChip } from '../../../ui/text/chip.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import card from '../card/card.module.css';
import styles from './composer.module.css';

type Channel = Interaction['channel'];

/** One key away, and behind the dots: what people in that language use most comes first. */
const channels: Readonly<Record<Language, { shown: readonly Channel[]; others: readonly Channel[] }>> = {
  'zh-CN': { shown: ['phone', 'wechat', 'visit'], others: ['sms', 'email', 'douyin', 'other'] },
  en: { shown: ['phone', 'email', 'visit'], others: ['sms', 'wechat', 'douyin', 'other'] },
};
const shownOutcomes = ['missed'] as const satisfies readonly Outcome[];
const otherOutcomes = [
  'interested',
  'reached',
  'refused',
  'won',
  'complaint',
  'invalid',
] as const satisfies readonly Outcome[];

type Contact = Unsaved<'composer'>;

interface ContactChoiceProps extends Pick<Contact, 'channel' | 'outcome' | 'isInbound'> {
  /** What is known was found to be right on this occasion. */
  isConfirmed: boolean;
  change: (by: Partial<Contact>) => void;
}

/** By which way a contact came, and what came of it; left alone while the page turns to the next customer. */
export const ContactChoice = memo(function ContactChoice({
  channel,
  outcome,
  isInbound,
  isConfirmed,
  change,
}: ContactChoiceProps) {
  const t = useT();
  const { shown, others } = channels[useLanguage()];
  return (
    <>
      <div role="group" aria-label={t('compose.channel')} className={classNames(card.chipGroup, styles.channels)}>
        {[...shown, ...others.filter((other) => other === channel)].map((id) => (
          <ToggleChip
            key={id}
            isSelected={channel === id}
            onChange={() => {
              change({ channel: id });
            }}
          >
            {t(`channel.${id}`)}
          </ToggleChip>
        ))}
        <Menu
          label={t('compose.channel')}
          placement="bottom start"
          trigger={<ChipButton aria-label={`${t('compose.channel')}: ${t('ui.more')}`}>…</ChipButton>}
          groups={[
            {
              id: 'channels',
              entries: [...shown, ...others].map((id) => ({
                id,
                label: t(`channel.${id}`),
                isChecked: channel === id,
                onAction: () => {
                  change({ channel: id });
                },
              })),
            },
            {
              id: 'direction',
              entries: [
                {
                  id: 'inbound',
                  label: t('compose.inbound'),
                  isChecked: isInbound,
                  onAction: () => {
                    change({ isInbound: !isInbound });
                  },
                },
                {
                  id: 'confirmed',
                  label: t('compose.confirmed'),
                  isChecked: isConfirmed,
                  onAction: () => {
                    change({ isConfirmed: !isConfirmed });
                  },
                },
              ],
            },
            {
              id: 'outcomes',
              title: t('compose.outcome'),
              entries: otherOutcomes.map((id) => ({
                id,
                label: t(`outcome.${id}`),
                isChecked: outcome === id,
                onAction: () => {
                  change({ outcome: outcome === id ? null : id });
                },
              })),
            },
          ]}
        />
      </div>
      <div role="group" aria-label={t('compose.outcome')} className={card.chipGroup}>
        {[...shownOutcomes, ...otherOutcomes.filter((other) => other === outcome)].map((id) => (
          <ToggleChip
            key={id}
            isSelected={outcome === id}
            onChange={(isOn) => {
              change({ outcome: isOn ? id : null });
            }}
          >
            {t(`outcome.${id}`)}
          </ToggleChip>
        ))}
        {isInbound && (
          <ToggleChip
            isSelected
            onChange={() => {
              change({ isInbound: false });
            }}
          >
            {t('compose.inbound')}
          </ToggleChip>
        )}
        {isConfirmed && (
          <ToggleChip
            isSelected
            onChange={() => {
              change({ isConfirmed: false });
            }}
          >
            {t('compose.confirmed')}
          </ToggleChip>
        )}
      </div>
    </>
  );
});
