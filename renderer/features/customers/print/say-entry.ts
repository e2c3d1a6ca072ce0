import type { Contact } from '#shared/domain/contact/contact.ts';
import type { TimelineEntry } from '#shared/domain/timeline/list-timeline.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import { useCodeWords } from '../../../display/use-words.ts';
import { useT } from '../../../platform/language.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';

/** An entry of the timeline as a line of text: what it was, and what it says. */
export function useSayEntry(people: readonly Contact[]): (entry: TimelineEntry) => { what: string; text: string } {
  const t = useT();
  const { formats } = useKit();
  const word = useClassWord();
  const reasons = useCodeWords('putOffReason');
  return (entry) => {
    switch (entry.kind) {
      case 'contact': {
        const { channel, outcome, contactId, text } = entry.interaction;
        const person = people.find(({ id }) => id === contactId);
        const what = [
          t(`channel.${channel}`),
          outcome && t(`outcome.${outcome}`),
          person && t('compose.withName', { name: person.name }),
        ];
        return { what: what.filter(Boolean).join(' · '), text };
      }
      case 'order':
        return {
          what: t(`orderType.${entry.order.opening ? 'opening' : entry.order.type}`),
          text: formats.amount(entry.order.totalFen),
        };
      case 'class': {
        const { dimension, from, to } = entry.change;
        const values = { dimension: t(`dimension.${dimension}`), to: word(dimension, to) };
        const text =
          from === undefined
            ? t('timeline.firstClass', values)
            : t('timeline.classChange', { ...values, from: word(dimension, from) });
        return { what: t('timeline.classes'), text };
      }
      case 'follow-up': {
        const { status, title, result, putOffReason } = entry.followUp;
        const why = status === 'skipped' && putOffReason !== undefined ? reasons.name(putOffReason) : '';
        const text = t(status === 'done' ? 'timeline.followUpDone' : 'timeline.followUpSkipped', { title });
        return { what: t('timeline.followUps'), text: [text, result, why].filter(Boolean).join('\n') };
      }
      case 'file':
        return { what: t('timeline.files'), text: [entry.file.name, entry.file.note].filter(Boolean).join('\n') };
    }
  };
}
