import type { Contact } from '#shared/domain/contact/contact.ts';
import { channels } from '#shared/domain/customer/customer.ts';
import { directions, outcomes, type Interaction } from '#shared/domain/interaction/interaction.ts';
import type { Unsaved } from '#shared/unsaved/unsaved.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { UnsavedNote } from '../../../display/unsaved-note.tsx';
import type { Draft } from '../../../engine/api.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useUnsaved } from '../../../engine/client/use-unsaved.ts';
import { useToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { saveByKey } from '../../../ui/keys/save-by-key.ts';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import styles from '../card/card.module.css';

export interface InteractionDialogProps {
  interaction: Interaction;
  /** With whom somebody may have spoken. */
  people: readonly Contact[];
  onClose: () => void;
}

/** A contact that was logged: what was said put right, or the entry taken away. */
export function InteractionDialog({ interaction, people, onClose }: InteractionDialogProps) {
  const t = useT();
  const today = useToday();
  const commit = useCommit();
  const { id, customerId, version: seen } = interaction;
  const { value, change, clear, isBroughtBack } = useUnsaved(
    { kind: 'interaction', customerId, of: id },
    shownOf(interaction),
  );
  const leave = () => {
    clear();
    onClose();
  };
  const save = useOneAtATime(async () => {
    if (value.day === null) return;
    const after = withShown(draftOf(interaction), { ...value, day: value.day });
    const edit = { table: 'interaction', id, after, seen } as const;
    if (await commit((engine) => engine.commit('interaction/edit', [edit]), t('timeline.changed'))) leave();
  });
  const remove = useOneAtATime(async () => {
    const edit = { table: 'interaction', id, customerId, after: null, seen } as const;
    if (await commit((engine) => engine.commit('interaction/edit', [edit]), t('timeline.deleted'))) leave();
  });

  return (
    <Dialog
      title={t('timeline.edit')}
      isOpen
      onClose={onClose}
      size="small"
      footerStart={
        <Button kind="quiet" edge="start" onPress={() => void remove()}>
          {t('timeline.delete')}
        </Button>
      }
      footer={
        <SaveButtons keys="Mod+Enter" isDisabled={value.day === null} onSave={() => void save()} onCancel={leave} />
      }
    >
      <section className={styles.form} aria-label={t('timeline.edit')} onKeyDownCapture={saveByKey(() => void save())}>
        {isBroughtBack && <UnsavedNote onDiscard={clear} />}
        <TextArea
          label={t('timeline.text')}
          value={value.text}
          rows={3}
          autoFocus
          onChange={(text) => {
            change({ text });
          }}
        />
        <div className={styles.formRow}>
          <DateField
            label={t('timeline.day')}
            value={value.day}
            max={today}
            onChange={(day) => {
              change({ day });
            }}
          />
          <Select
            label={t('compose.channel')}
            value={value.channel}
            options={channels.map((channel) => ({ id: channel, label: t(`channel.${channel}`) }))}
            onChange={(channel) => {
              change({ channel });
            }}
          />
          <Select
            label={t('timeline.direction')}
            value={value.direction}
            options={directions.map((direction) => ({ id: direction, label: t(`direction.${direction}`) }))}
            onChange={(direction) => {
              change({ direction });
            }}
          />
          <Select
            label={t('compose.outcome')}
            value={value.outcome ?? ''}
            options={[
              { id: '', label: '—' },
              ...outcomes.map((outcome) => ({ id: outcome, label: t(`outcome.${outcome}`) })),
            ]}
            onChange={(outcome) => {
              change({ outcome: outcome === '' ? null : outcome });
            }}
          />
        </div>
        {people.length > 0 && (
          <Select
            label={t('compose.with')}
            value={value.contactId ?? ''}
            options={[{ id: '', label: '—' }, ...people.map(({ id: person, name }) => ({ id: person, label: name }))]}
            onChange={(person) => {
              change({ contactId: person === '' ? null : person });
            }}
          />
        )}
      </section>
    </Dialog>
  );
}

type Shown = Unsaved<'interaction'>;

function shownOf({ text, at, channel, direction, outcome, contactId }: Interaction): Shown {
  return { text, day: at.slice(0, 10), channel, direction, outcome: outcome ?? null, contactId: contactId ?? null };
}

/** The time of day stays. */
function withShown(
  { outcome: _outcome, contactId: _contactId, ...rest }: Draft<Interaction>,
  { text, day, channel, direction, outcome, contactId }: Shown & { day: string },
): Draft<Interaction> {
  return {
    ...rest,
    channel,
    direction,
    text: text.trim(),
    at: day + rest.at.slice(10),
    ...(outcome !== null && { outcome }),
    ...(contactId !== null && { contactId }),
  };
}
