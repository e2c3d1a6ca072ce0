import {
  CalendarClock,
  IdCard,
  List,
  MessageSquareText,
  Paperclip,
  ReceiptText,
  TextCursorInput,
  UserPlus,
  UserRound,
  Zap,
} from 'lucide-react';
import type { CustomerRow } from '../../engine/api.ts';
import { useT } from '../../platform/language.tsx';
import type { RailId } from '../../state/navigation.ts';
import { Marked } from '../../ui/text/marked.tsx';
import { Kbd } from '../../ui/actions/kbd.tsx';
import { screenIcons } from '../screens.ts';
import type { Command } from './commands.ts';
import type { PaletteItem } from './palette-items.ts';
import styles from './palette.module.css';

export interface PaletteRowProps {
  id: string;
  item: PaletteItem;
  isActive: boolean;
  /** The one that Tab takes. */
  isFirstCompletion: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

export function PaletteRow({ id, item, isActive, isFirstCompletion, onPoint, onChoose }: PaletteRowProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={styles.item}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <RowContent item={item} isFirstCompletion={isFirstCompletion} />
    </button>
  );
}

/** Name, company and phone, with what was found marked; text that is none of these stands in the company's place. */
function CustomerContent({ customer: { name, organization, phone, match } }: { customer: CustomerRow }) {
  const rangesIn = (field: string) => (match?.field === field ? match.ranges : []);
  const isElsewhere = match !== undefined && !['name', 'organization', 'phone'].includes(match.field);
  const Icon = iconOf[match?.field ?? ''] ?? UserRound;
  return (
    <>
      <Icon aria-hidden="true" />
      <span className={styles.name}>
        <Marked text={name} ranges={rangesIn('name')} />
      </span>
      <span className={styles.detail}>
        {isElsewhere ? (
          <Marked text={match.text} ranges={match.ranges} />
        ) : (
          <Marked text={organization} ranges={rangesIn('organization')} />
        )}
      </span>
      <span className={styles.end}>
        {match?.field === 'phone' ? <Marked text={match.text} ranges={match.ranges} /> : phone}
      </span>
    </>
  );
}

const iconOf: Readonly<Record<string, typeof UserRound>> = {
  contact: IdCard,
  interaction: MessageSquareText,
  followUp: CalendarClock,
  note: MessageSquareText,
  order: ReceiptText,
  attachment: Paperclip,
};

function CommandIcon({ group, id }: Command) {
  const Icon =
    group === 'lists'
      ? List
      : group === 'do'
        ? Zap
        : screenIcons[id.startsWith('nav.') ? (id.replace('nav.', '') as RailId) : 'settings'];
  return <Icon aria-hidden="true" />;
}

function RowContent({ item, isFirstCompletion }: Pick<PaletteRowProps, 'item' | 'isFirstCompletion'>) {
  const t = useT();
  switch (item.type) {
    case 'customer':
      return <CustomerContent customer={item.customer} />;
    case 'command': {
      const { command } = item;
      return (
        <>
          <CommandIcon {...command} />
          <span className={styles.name}>{command.label}</span>
          {command.keys !== undefined && (
            <span className={styles.end}>
              <Kbd keys={command.keys} />
            </span>
          )}
        </>
      );
    }
    case 'all':
      return (
        <>
          <List aria-hidden="true" />
          <span className={styles.name}>{t('palette.all', { count: item.total })}</span>
        </>
      );
    case 'completion':
      return (
        <>
          <TextCursorInput aria-hidden="true" />
          <span className={styles.name}>{item.completion.word}</span>
          {isFirstCompletion && (
            <span className={styles.end}>
              <Kbd keys="Tab" />
            </span>
          )}
        </>
      );
    case 'new':
      return (
        <>
          <UserPlus aria-hidden="true" />
          <span className={styles.name}>{t('palette.newCustomerNamed', { text: item.name })}</span>
        </>
      );
  }
}
