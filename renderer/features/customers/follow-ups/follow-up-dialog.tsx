import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { repeatOf, repeats } from '#shared/domain/follow-up/repeats.ts';
import { replan, type Plan } from '#shared/domain/follow-up/replan.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { UnsavedNote } from '../../../display/unsaved-note.tsx';
import type { Edit } from '../../../engine/api.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useUnsaved } from '../../../engine/client/use-unsaved.ts';
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
import styles from '../card/card.module.css';

export interface FollowUpDialogProps {
  customerId: CustomerId;
  /** The one to change; a new one when absent. */
  followUp?: FollowUp | undefined;
  onClose: () => void;
}

/** What to do and by when. */
export function FollowUpDialog({ customerId, followUp, onClose }: FollowUpDialogProps) {
  const t = useT();
  const today = useToday();
  const commit = useCommit();
  const { value, change, clear, isBroughtBack } = useUnsaved(
    { kind: 'follow-up', customerId, of: followUp?.id },
    followUp ? planOf(followUp) : { title: '', due: today, repeat: 'none', isPromise: false },
  );
  const { title, due, repeat, isPromise } = value;

  const leave = () => {
    clear();
    onClose();
  };

  const save = useOneAtATime(async () => {
    if (due === null) return;
    const words = title.trim() || t('followUps.default');
    const committed = await commit(
      (engine) =>
        followUp
          ? engine.commit('follow-up/edit', [
              {
                table: 'followUp',
                id: followUp.id,
                after: replan(draftOf(followUp), { title: words, due, repeat, isPromise }),
                seen: followUp.version,
              },
            ])
          : engine.commit('follow-up/create', [newFollowUp(customerId, { title: words, due, repeat, isPromise })]),
      t(followUp ? 'followUps.changed' : 'followUps.added', { title: words }),
    );
    if (committed) leave();
  });
  const remove = useOneAtATime(async () => {
    if (!followUp) return;
    const { id, version: seen } = followUp;
    const edit = { table: 'followUp', id, customerId, after: null, seen } as const;
    const sentence = t('followUps.removed', { title: followUp.title });
    if (await commit((engine) => engine.commit('follow-up/edit', [edit]), sentence)) leave();
  });

  return (
    <Dialog
      title={t(followUp ? 'followUps.edit' : 'followUps.add')}
      isOpen
      onClose={onClose}
      size="small"
      footerStart={
        followUp && (
          <Button kind="quiet" edge="start" onPress={() => void remove()}>
            {t('followUps.remove')}
          </Button>
        )
      }
      footer={<SaveButtons isDisabled={due === null} onSave={() => void save()} onCancel={leave} />}
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
          {repeat !== null && (
            <Select
              label={t('followUps.repeat')}
              value={repeat}
              onChange={(next) => {
                change({ repeat: next });
              }}
              options={repeats.map((id) => ({ id, label: t(`followUps.repeat.${id}`) }))}
            />
          )}
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

function planOf({ title, due, kind, ...rhythm }: FollowUp): Plan {
  return { title, due: due.slice(0, 10), repeat: repeatOf(rhythm), isPromise: kind === 'promise' };
}

function newFollowUp(customerId: CustomerId, plan: Plan): Extract<Edit, { table: 'followUp' }> {
  const id = newId();
  const blank = { id, customerId, title: plan.title, due: plan.due, status: 'open', kind: 'task' } as const;
  return { table: 'followUp', id, after: replan({ ...blank, origin: { kind: 'manual' as const } }, plan) };
}
