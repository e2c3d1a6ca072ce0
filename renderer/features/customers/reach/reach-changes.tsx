import { answeredBy } from '#shared/changes/record-content.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { putBack, reachHistory, type ReachChange } from '#shared/reach/history.ts';
import { rulesOf, type Reach, type Way } from '#shared/reach/ways.ts';
import { useSaying } from '../../../display/history/use-saying.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { HistoryRow, OriginRow } from '../card/history-row.tsx';
import { sayReach } from './say-reach.ts';
import type { ReachDeeds } from './use-reach.ts';

export interface ReachChangesProps {
  way: Way;
  record: Customer | Contact;
  /** Of the list, and of what was answered in its place. */
  entries: readonly FieldHistoryEntry[];
  deeds: ReachDeeds;
}

/** What became of each number or address, in words. */
export function ReachChanges({ way, record, entries, deeds }: ReachChangesProps) {
  const t = useT();
  const sayChange = useSayChange(way);
  const { say } = useSaying();
  const isAnswer = ({ field }: FieldHistoryEntry) => answeredBy(field) !== null;
  const ofList = entries.filter((entry) => !isAnswer(entry));
  const first = ofList.length === 0 ? deeds.list : ofList[0]?.before;
  const wasThereFirst = Array.isArray(first) && first.length > 0;
  const told = reachHistory(way, ofList).map((change) => {
    const said = sayChange(change);
    const back = {
      label: t('reach.history.putBack', { change: said }),
      run: () => void deeds.save(putBack(way, deeds.list, change)),
    };
    return { source: change.entry, said, putBack: back };
  });
  const answered = entries.filter(isAnswer).map((source) => {
    const [before, after] = [say(source.field, source.before), say(source.field, source.after)];
    return { source, said: t('facts.changedFrom', { before, after }) };
  });
  const rows = [...told, ...answered].toSorted((a, b) => (a.source.at > b.source.at ? -1 : 1));
  return (
    <>
      {rows.map((row, at) => (
        <HistoryRow key={`${row.source.changeSetId}-${String(at)}`} {...row} />
      ))}
      {wasThereFirst && <OriginRow record={record} />}
    </>
  );
}

function useSayChange(way: Way): (change: ReachChange) => string {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const { show, keyOf } = rulesOf(way);
  const details = (reach: Reach) => {
    const { kind, status, verified } = sayReach(way, reach, { t, language, today });
    return [reach.label, kind, status, verified].filter(Boolean).join(' · ');
  };
  const whole = (reach: Reach) => [show(reach), details(reach)].filter(Boolean).join(' · ');
  return ({ deed, before, after }) => {
    if (after === undefined) return t('reach.history.removed', { value: before ? whole(before) : '' });
    if (before === undefined) return t('reach.history.added', { value: whole(after) });
    if (deed === 'first') return t('reach.history.first', { before: show(before), after: show(after) });
    if (keyOf(before) !== keyOf(after) || show(before) !== show(after))
      return t('facts.changedFrom', { before: whole(before), after: whole(after) });
    const change = t('facts.changedFrom', { before: details(before) || '—', after: details(after) || '—' });
    return t('reach.history.details', { value: show(after), change });
  };
}
