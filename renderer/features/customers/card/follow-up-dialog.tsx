import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { UnsavedNote } from '../../../display/unsaved-note.tsx';
import { useCommit } from '../../../engine/use-commit.ts';
import { useUnsaved } from '../../../engine/use-unsaved.ts';
import { useToday } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import styles from './card.module.css';

/** RFC 5545 rules behind the words of the menu. */
const rules = {
  none: undefined,
  week: 'FREQ=WEEKLY',
  twoWeeks: 'FREQ=WEEKLY;INTERVAL=2',
  month: 'FREQ=MONTHLY',
  quarter: 'FREQ=MONTHLY;INTERVAL=3',
  year: 'FREQ=YEARLY',
} as const;
type Repeat = keyof typeof rules;

export function FollowUpDialog({ customerId, onClose }: { customerId: CustomerId; onClose: () => void }) {
  const t = useT();
  const today = useToday();
  const commit = useCommit();
  const { value, change, clear, isBroughtBack } = useUnsaved(
    { kind: 'follow-up', customerId },
    { title: '', due: today, repeat: 'none', isPromise: false },
  );
  const { title, due, repeat, isPromise } = value;

  const save = useOneAtATime(async () => {
    if (due === null) return;
    const id = newId();
    const rrule = rules[repeat];
    const words = title.trim() || t('followUps.default');
    const committed = await commit(
      (engine) =>
        engine.commit('follow-up/create', [
          {
            table: 'followUp',
            id,
            after: {
              id,
              customerId,
              title: words,
              due,
              ...(rrule ? { rrule } : {}),
              status: 'open',
              kind: isPromise ? 'promise' : 'task',
              origin: { kind: 'manual' },
            },
          },
        ]),
      t('followUps.added', { title: words }),
    );
    if (!committed) return;
    clear();
    onClose();
  });

  return (
    <Dialog
      title={t('followUps.add')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button
            onPress={() => {
              clear();
              onClose();
            }}
          >
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" isDisabled={due === null} onPress={() => void save()}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {isBroughtBack && <UnsavedNote onDiscard={clear} />}
        <TextField
          label={t('followUps.what')}
          value={title}
          onChange={(next) => {
            change({ title: next });
          }}
          autoFocus
          placeholder={t('followUps.default')}
          onEnter={() => void save()}
        />
        <div className={styles.formRow}>
          <DateField
            label={t('followUps.due')}
            value={due}
            onChange={(day) => {
              change({ due: day });
            }}
          />
          <Select
            label={t('followUps.repeat')}
            value={repeat}
            onChange={(next) => {
              change({ repeat: next });
            }}
            options={(Object.keys(rules) as Repeat[]).map((id) => ({ id, label: t(`followUps.repeat.${id}`) }))}
          />
        </div>
        <Checkbox
          isSelected={isPromise}
          onChange={(isOn) => {
            change({ isPromise: isOn });
          }}
        >
          {t('followUps.promise')}
        </Checkbox>
      </div>
    </Dialog>
  );
}
