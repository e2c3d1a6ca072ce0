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
import { useState, type ReactNode } from 'react';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Channel } from '#shared/domain/customer/customer.ts';
import type { Interaction } from '#shared/domain/interaction/interaction.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { LocalTime } from '#shared/domain/record.ts';
import type { TimelineEntry } from '#shared/domain/timeline/list-timeline.ts';
import { formatClock, formatDay } from '#shared/i18n/format.ts';
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
  /** With whom somebody spoke. */
  people: readonly Contact[];
}

export function TimelineItem({ entry, people }: TimelineItemProps) {
  switch (entry.kind) {
    case 'contact':
      return <ContactItem at={entry.at} interaction={entry.interaction} people={people} />;
    case 'order':
      return <OrderItem at={entry.at} order={entry.order} />;
    case 'class':
      return <ClassItem entry={entry} />;
    case 'follow-up':
      return <FollowUpItem entry={entry} />;
    case 'file':
      return <FileItem entry={entry} />;
  }
}

interface ItemProps {
  id: string;
  at: LocalTime;
  icon: LucideIcon;
  label: string;
  children: ReactNode;
}

function Item({ id, at, icon: Icon, label, children }: ItemProps) {
  const { ref, sought } = useSought(id);
  return (
    <li ref={ref} className={styles.entry} {...sought}>
      <time dateTime={at} className={styles.entryDay}>
        {Number(at.slice(8, 10))}
      </time>
      <span className={styles.entryIcon} title={label}>
        <Icon aria-hidden="true" />
      </span>
      <div>{children}</div>
    </li>
  );
}

interface ContactItemProps {
  at: LocalTime;
  interaction: Interaction;
  people: readonly Contact[];
}

function ContactItem({ at, interaction, people }: ContactItemProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const [isEditing, setEditing] = useState(false);
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
    <Item id={interaction.id} at={at} icon={channelIcons[channel]} label={t(`channel.${channel}`)}>
      <EntryTools>
        <EntryTool
          icon={Pencil}
          title={t('timeline.edit')}
          label={t('timeline.editOf', { day: formatDay(language, at, today) })}
          onPress={() => {
            setEditing(true);
          }}
        />
      </EntryTools>
      <p className={styles.entryText}>
        {text.trim() === '' ? <span className={styles.quiet}>{t('timeline.noText')}</span> : <LongText text={text} />}
      </p>
      <p className={styles.entryDetail}>{details.join(' · ')}</p>
      {isEditing && (
        <InteractionDialog
          interaction={interaction}
          people={people}
          onClose={() => {
            setEditing(false);
          }}
        />
      )}
    </Item>
  );
}

function OrderItem({ at, order }: { at: LocalTime; order: Order }) {
  const t = useT();
  const { formats } = useKit();
  const [first, ...others] = order.lines;
  const owed = order.paidFen === undefined ? 0 : order.totalFen - order.paidFen;
  const kind = t(`orderType.${order.opening ? 'opening' : order.type}`);
  const isReduced = order.type === 'void' || order.type === 'gift';
  return (
    <Item id={order.id} at={at} icon={ReceiptText} label={kind}>
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
    </Item>
  );
}

function ClassItem({ entry }: { entry: Extract<TimelineEntry, { kind: 'class' }> }) {
  const t = useT();
  const word = useClassWord();
  const { dimension, from, to } = entry.change;
  const values = { dimension: t(`dimension.${dimension}`), to: word(dimension, to) };
  return (
    <Item id={entry.id} at={entry.at} icon={Layers} label={t('timeline.classes')}>
      <p className={styles.entryText}>
        {from === undefined
          ? t('timeline.firstClass', values)
          : t('timeline.classChange', { ...values, from: word(dimension, from) })}
      </p>
    </Item>
  );
}

function FileItem({ entry }: { entry: Extract<TimelineEntry, { kind: 'file' }> }) {
  const t = useT();
  const { name, note } = entry.file;
  return (
    <Item id={entry.id} at={entry.at} icon={Paperclip} label={t('timeline.files')}>
      <p className={styles.entryText}>{t('timeline.fileAdded', { name })}</p>
      {note !== undefined && <p className={styles.entryDetail}>{note}</p>}
    </Item>
  );
}

function FollowUpItem({ entry }: { entry: Extract<TimelineEntry, { kind: 'follow-up' }> }) {
  const t = useT();
  const { title, status, result, putOffReason } = entry.followUp;
  const reasons = useCodeWords('putOffReason');
  return (
    <Item id={entry.id} at={entry.at} icon={ListChecks} label={t('timeline.followUps')}>
      <p className={styles.entryText}>
        {t(status === 'done' ? 'timeline.followUpDone' : 'timeline.followUpSkipped', { title })}
      </p>
      {result && <p className={styles.entryDetail}>{result}</p>}
      {status === 'skipped' && putOffReason !== undefined && (
        <p className={styles.entryDetail}>{reasons.name(putOffReason)}</p>
      )}
    </Item>
  );
}
