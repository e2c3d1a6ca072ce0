import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { nextOccurrences } from '#shared/calendar/yearly.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { emptyYearlyInput, readYearlyInput, withText, yearlyInputOf } from '#shared/facts/yearly-input.ts';
import { sayYearlyDate } from '#shared/i18n/say-yearly-date.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { cleanText } from '#shared/match/text.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { UnsavedNote } from '../../../display/unsaved-note.tsx';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useUnsaved } from '../../../engine/client/use-unsaved.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { ChipButton } from '../../../ui/text/chip.tsx';
import card from '../card/card.module.css';
import { draftWith, useOwnerCommit } from '../card/owner.ts';
import { shownCustomer } from '../save-record.ts';
import { anniversaryOf, anniversaryPlace } from './anniversary-place.ts';
import styles from './dates.module.css';

const offered = ['dates.wedding', 'dates.opening', 'dates.signing', 'dates.first'] as const;
const calendars = ['solar', 'lunar'] as const;
const previewed = 3;

export interface AnniversaryDialogProps {
  customer: Customer;
  /** Which of them; the end of the list is a new one. */
  at: number;
  onClose: () => void;
}

/** A day of every year: what it is, on which day of which calendar; when it falls next is shown while it is typed. */
export function AnniversaryDialog({ customer, at, onClose }: AnniversaryDialogProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const save = useOwnerCommit(shownCustomer(customer));
  const before = customer.anniversaries[at];
  const { unsaved } = useEngineAccess();
  const edits = anniversaryOf(customer, at);
  const { value, change, clear, isBroughtBack } = useUnsaved(
    anniversaryPlace(unsaved, customer, at),
    before
      ? { edits, label: before.label, ...yearlyInputOf(before.date, language) }
      : { edits, label: '', ...emptyYearlyInput },
    (left) => left.edits === edits,
  );
  const { label, edits: _edited, ...input } = value;
  const date = readYearlyInput(input, today);
  const isComplete = cleanText(label) !== '' && date !== null;

  const leave = () => {
    clear();
    onClose();
  };
  const keep = useOneAtATime(async () => {
    if (cleanText(label) === '' || date === null) return;
    const kept = { label: cleanText(label), date };
    const anniversaries = before ? customer.anniversaries.with(at, kept) : [...customer.anniversaries, kept];
    const sentence = t('dates.saved', { label: kept.label });
    if (await save(draftWith(customer, { anniversaries }), sentence)) leave();
  });

  return (
    <Dialog
      title={t(before ? 'dates.edit' : 'dates.add')}
      isOpen
      size="small"
      onClose={onClose}
      footer={<SaveButtons isDisabled={!isComplete} onSave={() => void keep()} onCancel={leave} />}
    >
      <div className={card.form}>
        {isBroughtBack && <UnsavedNote onDiscard={clear} />}
        <TextField
          label={t('dates.label')}
          value={label}
          autoFocus
          maxLength={60}
          onChange={(next) => {
            change({ label: next });
          }}
          onEnter={() => void keep()}
        />
        <div className={styles.offered} role="group" aria-label={t('dates.label')}>
          {offered.map((key) => (
            <ChipButton
              key={key}
              onPress={() => {
                change({ label: t(key) });
              }}
            >
              {t(key)}
            </ChipButton>
          ))}
        </div>
        <SegmentedControl
          label={t('dates.calendar')}
          segments={calendars.map((id) => ({ id, label: t(`dates.${id}`) }))}
          value={input.calendar}
          onChange={(calendar) => {
            change({ calendar });
          }}
        />
        <TextField
          label={t('dates.day')}
          value={input.text}
          isDisabled={input.calendar === 'lunar' && input.isLastDay && input.text === ''}
          description={t(`dates.hint.${input.calendar}`)}
          error={cleanText(input.text) !== '' && date === null ? t('facts.invalidBirthday') : undefined}
          onChange={(text) => {
            change(withText(input, text, today));
          }}
          onEnter={() => void keep()}
        />
        {input.calendar === 'lunar' && (
          <div className={styles.ticks}>
            <Checkbox
              isSelected={input.isLeap && !input.isLastDay}
              isDisabled={input.isLastDay}
              onChange={(isLeap) => {
                change({ isLeap });
              }}
            >
              {t('dates.leap')}
            </Checkbox>
            <Checkbox
              isSelected={input.isLastDay}
              onChange={(isLastDay) => {
                change({ isLastDay });
              }}
            >
              {t('dates.lastDay')}
            </Checkbox>
          </div>
        )}
        <p className={styles.preview} role="status">
          {date &&
            t('dates.understood', {
              date: sayYearlyDate(language, date),
              days: nextOccurrences(date, toEpochDay(today), previewed)
                .map((day) => formatDay(language, fromEpochDay(day), today))
                .join(' · '),
            })}
        </p>
      </div>
    </Dialog>
  );
}
