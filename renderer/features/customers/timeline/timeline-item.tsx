import {
  Footprints,
  Layers,
  ListChecks,
  Mail,
  MessageCircle,
  MessageSquare,
  Paperclip,
  Pencil,
  Phone,
  ReceiptText,
  Smartphone,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Channel } from '#shared/domain/customer/customer.ts';
import type { Interaction } from '#shared/domain/interaction/interaction.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { LocalTime } from '#shared/domain/record.ts';
import type { TimelineEntry } from '#shared/domain/timeline/list-timeline.ts';
import { formatClock, formatDay } from '#shared/i18n/format.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import { useCodeWords } from '../../../display/use-words.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Amount } from '../../../ui/text/amount.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { InteractionDialog } from '../dialogs.ts';
import { OrderTools } from '../orders/order-tools.tsx';
import { EntryTool, EntryTools } from './entry-tools.tsx';
import styles from './timeline.module.css';
import { LongText } from './long-text.tsx';
import { useSought } from './sought-entry.ts';

const channelIcons: Record<Channel, LucideIcon> = {
  phone: Phone,
  wechat: MessageCircle,
  sms: MessageSquare,
  email: Mail,
  visit: Footprints,
  douyin: Smartphone,
  other: MessageSquare,
};

interface TimelineItemProps {
  entry: TimelineEntry;
  /** The month that begins with it, in words. */
  month: string | null;
  /** With whom somebody spoke. */
  people: readonly Contact[];
}

/** One row serves one entry after the other as pages are turned: what somebody opens in it belongs to one entry. */
export function TimelineItem({ entry, month, people }: TimelineItemProps) {
  const t = useT();
  const { ref, sought } = useSought(entry.id);
  const [Icon, label] = signOf(entry, t);
  return (
    <li ref={ref} {...sought}>
      {month !== null && <h3 className={styles.month}>{month}</h3>}
      <div className={styles.entry}>
        <time dateTime={entry.at} className={styles.entryDay}>
          {Number(entry.at.slice(8, 10))}
        </time>
        <span className={styles.entryIcon} title={label}>
          <Icon aria-hidden="true" />
        </span>
        <div>
          <Content entry={entry} people={people} />
        </div>
      </div>
    </li>
  );
}

function signOf(entry: TimelineEntry, t: Translate): readonly [LucideIcon, string] {
  switch (entry.kind) {
    case 'contact': {
      const { channel } = entry.interaction;
      return [channelIcons[channel], t(`channel.${channel}`)];
    }
    case 'order':
      return [ReceiptText, kindOf(entry.order, t)];
    case 'class':
      return [Layers, t('timeline.classes')];
    case 'follow-up':
      return [ListChecks, t('timeline.followUps')];
    case 'file':
      return [Paperclip, t('timeline.files')];
  }
}

function kindOf(order: Order, t: Translate): string {
  return t(`orderType.${order.opening ? 'opening' : order.type}`);
}

function Content({ entry, people }: Omit<TimelineItemProps, 'month'>) {
  switch (entry.kind) {
    case 'contact':
      return <ContactContent at={entry.at} interaction={entry.interaction} people={people} />;
    case 'order':
      return <OrderContent order={entry.order} />;
    case 'class':
      return <ClassContent entry={entry} />;
    case 'follow-up':
      return <FollowUpContent entry={entry} />;
    case 'file':
      return <FileContent entry={entry} />;
  }
}

interface ContactContentProps {
  at: LocalTime;
  interaction: Interaction;
  people: readonly Contact[];
}

function ContactContent({ at, interaction, people }: ContactContentProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const [edited, setEdited] = useState<Interaction['id'] | null>(null);
  const person = people.find(({ id }) => id === interaction.contactId);
  const { channel, direction, outcome, purpose, text, durationMin } = interaction;
  const details = [
    person && t('compose.withName', { name: person.name }),
    t(`channel.${channel}`),
    t(`direction.${direction}`),
    outcome && t(`outcome.${outcome}`),
    purpose && t(`purpose.${purpose}`),
    durationMin && t('timeline.minutes', { minutes: durationMin }),
    formatClock(at),
  ].filter(Boolean);
  return (
    <>
      <EntryTools>
        <EntryTool
          icon={Pencil}
          title={t('timeline.edit')}
          label={t('timeline.editOf', { day: formatDay(language, at, today) })}
          onPress={() => {
            setEdited(interaction.id);
          }}
        />
      </EntryTools>
      <p className={styles.entryText}>
        {text.trim() === '' ? (
          <span className={styles.quiet}>{t('timeline.noText')}</span>
        ) : (
          <LongText key={interaction.id} text={text} />
        )}
      </p>
      <p className={styles.entryDetail}>{details.join(' · ')}</p>
      {edited === interaction.id && (
        <InteractionDialog
          interaction={interaction}
          people={people}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </>
  );
}

function OrderContent({ order }: { order: Order }) {
  const t = useT();
  const { formats } = useKit();
  const [first, ...others] = order.lines;
  const owed = order.paidFen === undefined ? 0 : order.totalFen - order.paidFen;
  const kind = kindOf(order, t);
  const isReduced = order.type === 'void' || order.type === 'gift';
  return (
    <>
      <OrderTools order={order} kind={kind} />
      <p className={styles.entryText}>
        <span className={styles.sum} data-negative={order.totalFen < 0} data-void={isReduced}>
          <Amount fen={order.totalFen} />
        </span>
        {first &&
          (others.length === 0
            ? first.text
            : t('timeline.orderLines', { first: first.text, lines: order.lines.length }))}
      </p>
      <p className={styles.entryDetail}>
        {[
          kind,
          order.opening?.purchases !== undefined && t('timeline.openingPurchases', { count: order.opening.purchases }),
          order.opening && t('timeline.opening'),
          order.no,
          order.channel,
          owed > 0 &&
            order.type === 'sale' &&
            t('timeline.paid', { paid: formats.amount(order.paidFen ?? 0), owed: formats.amount(owed) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {order.note !== undefined && <p className={styles.entryDetail}>{order.note}</p>}
    </>
  );
}

function ClassContent({ entry }: { entry: Extract<TimelineEntry, { kind: 'class' }> }) {
  const t = useT();
  const word = useClassWord();
  const { dimension, from, to } = entry.change;
  const values = { dimension: t(`dimension.${dimension}`), to: word(dimension, to) };
  return (
    <>
      <p className={styles.entryText}>
        {from === undefined
          ? t('timeline.firstClass', values)
          : t('timeline.classChange', { ...values, from: word(dimension, from) })}
      </p>
    </>
  );
}

function FileContent({ entry }: { entry: Extract<TimelineEntry, { kind: 'file' }> }) {
  const t = useT();
  const { name, note } = entry.file;
  return (
    <>
      <p className={styles.entryText}>{t('timeline.fileAdded', { name })}</p>
      {note !== undefined && <p className={styles.entryDetail}>{note}</p>}
    </>
  );
}

function FollowUpContent({ entry }: { entry: Extract<TimelineEntry, { kind: 'follow-up' }> }) {
  const t = useT();
  const { title, status, result, putOffReason } = entry.followUp;
  const reasons = useCodeWords('putOffReason');
  return (
    <>
      <p className={styles.entryText}>
        {t(status === 'done' ? 'timeline.followUpDone' : 'timeline.followUpSkipped', { title })}
      </p>
      {result && <p className={styles.entryDetail}>{result}</p>}
      {status === 'skipped' && putOffReason !== undefined && (
        <p className={styles.entryDetail}>{reasons.name(putOffReason)}</p>
      )}
    </>
  );
}
