import type { ReactNode } from 'react';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { TimelineEntry } from '#shared/domain/timeline/list-timeline.ts';
import { formatDay, joinWords } from '#shared/i18n/format.ts';
import type { RelationsView } from '../../../engine/api.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { useRoleWord } from '../relations/role-words.ts';
import { useSayEntry } from './say-entry.ts';
import styles from './sheets.module.css';

/** Paper is read later: every day is said with its year. */
const longAgo = '0000-01-01';

export function PaperPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function RelationLines({ relations: { entries, introducedBy } }: { relations: RelationsView }) {
  const t = useT();
  const word = useRoleWord();
  const current = entries.filter(({ isCurrent }) => isCurrent);
  if (current.length === 0 && !introducedBy) return null;
  return (
    <PaperPart title={t('relations.title')}>
      <ul className={styles.plain}>
        {introducedBy && (
          <li>
            {word('introducer')} <b>{introducedBy.name}</b> {introducedBy.note}
          </li>
        )}
        {current.map(({ record, near, other, role }) => (
          <li key={`${record.id}/${near?.contactId ?? ''}`}>
            {near && `${t('relations.of', { name: near.name })} `}
            {word(role)} <b>{other.name}</b> {[other.detail, record.note].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </PaperPart>
  );
}

export function PlanLines({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const language = useLanguage();
  const open = dossier.followUp
    .filter(({ status, deletedAt }) => status === 'open' && !deletedAt)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  if (open.length === 0) return null;
  return (
    <PaperPart title={t('followUps.title')}>
      <ul className={styles.plain}>
        {open.map(({ id, due, title }) => (
          <li key={id}>
            {formatDay(language, due, longAgo)} {title}
          </li>
        ))}
      </ul>
    </PaperPart>
  );
}

export function OrderLines({ orders }: { orders: readonly TimelineEntry[] }) {
  const t = useT();
  const { formats } = useKit();
  const language = useLanguage();
  if (orders.length === 0) return null;
  return (
    <PaperPart title={t('table.order')}>
      <table className={styles.table}>
        <tbody>
          {orders.map(
            (entry) =>
              entry.kind === 'order' && (
                <tr key={entry.id}>
                  <td className={styles.date}>{formatDay(language, entry.at, longAgo)}</td>
                  <td className={styles.wholeNumber}>
                    {t(`orderType.${entry.order.opening ? 'opening' : entry.order.type}`)}
                  </td>
                  <td className={styles.wholeNumber}>{entry.order.no}</td>
                  <td>
                    {joinWords(
                      language,
                      entry.order.lines.map(({ text }) => text),
                    )}
                  </td>
                  <td className={styles.amount}>{formats.amount(entry.order.totalFen)}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </PaperPart>
  );
}

interface TimelineLinesProps {
  entries: readonly TimelineEntry[];
  people: readonly Contact[];
}

export function TimelineLines({ entries, people }: TimelineLinesProps) {
  const t = useT();
  const language = useLanguage();
  const say = useSayEntry(people);
  if (entries.length === 0) return null;
  return (
    <PaperPart title={t('timeline.title')}>
      <table className={styles.table}>
        <tbody>
          {entries.map((entry) => {
            const { what, text } = say(entry);
            return (
              <tr key={entry.id}>
                <td className={styles.date}>{formatDay(language, entry.at, longAgo)}</td>
                <td className={styles.what}>{what}</td>
                <td className={styles.numbers}>{text}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </PaperPart>
  );
}
