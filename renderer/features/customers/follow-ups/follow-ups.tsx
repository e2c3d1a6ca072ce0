import { CalendarClock, MoreHorizontal, PenLine } from 'lucide-react';
import { useCallback, useState } from 'react';
import { addDays } from '#shared/calendar/day.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { moveDue } from '#shared/domain/follow-up/move-due.ts';
import { formatDue } from '#shared/i18n/format.ts';
import { PutOffReasons, type PutOff } from '../../../display/put-off-reasons.tsx';
import { DueText } from '../../../display/due-text.tsx';
import { useCodeWords } from '../../../display/use-words.ts';
import type { Draft } from '../../../engine/api.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { Chip } from '../../../ui/text/chip.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { FollowUpDialog } from '../dialogs.ts';
import { CardBlock } from '../card/card-block.tsx';
import styles from '../card/card.module.css';
import { useSought } from '../timeline/sought-entry.ts';

const snoozeDays = [1, 3, 7, 14];

/** What is planned for this customer. */
export function FollowUps({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const [isAdding, setAdding] = useState(false);
  const add = useCallback(() => {
    setAdding(true);
  }, []);
  const [putOff, setPutOff] = useState<PutOff | null>(null);
  const closePutOff = useCallback(() => {
    setPutOff(null);
  }, []);
  const left = useEngineAccess().unsaved.read({ kind: 'follow-up', customerId: dossier.customerId });
  const open = dossier.followUp
    .filter((followUp) => followUp.status === 'open' && !followUp.deletedAt)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  return (
    <CardBlock title={t('followUps.title')} addLabel={t('followUps.add')} onAdd={add}>
      {open.length === 0 ? (
        <p className={styles.quiet}>{t('followUps.none')}</p>
      ) : (
        <ul className={styles.followUps}>
          {open.map((followUp) => (
            <FollowUpItem key={followUp.id} followUp={followUp} onPutOff={setPutOff} />
          ))}
        </ul>
      )}
      {putOff?.customerId === dossier.customerId && <PutOffReasons putOff={putOff} onClose={closePutOff} />}
      {left && !isAdding && (
        <Button
          kind="quiet"
          size="small"
          edge="start"
          icon={<PenLine />}
          onPress={() => {
            setAdding(true);
          }}
        >
          {t('followUps.goOn', { title: left.title.trim() || t('followUps.default') })}
        </Button>
      )}
      {isAdding && (
        <FollowUpDialog
          customerId={dossier.customerId}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </CardBlock>
  );
}

function FollowUpItem({ followUp, onPutOff }: { followUp: FollowUp; onPutOff: (putOff: PutOff) => void }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const reasons = useCodeWords('putOffReason');
  const commit = useCommit();
  const { ref, sought } = useSought(followUp.id);
  const [isEditing, setEditing] = useState(false);
  const edit = () => {
    setEditing(true);
  };

  const complete = () =>
    commit(
      (engine) => engine.completeFollowUp(followUp.customerId, followUp.id),
      t('followUps.doneToast', { title: followUp.title }),
    );
  const change = async (after: Draft<FollowUp>, reason: 'follow-up/snooze' | 'follow-up/skip', toast: string) => {
    const { id: followUpId, customerId, title } = followUp;
    const committed = await commit(
      (engine) => engine.commit(reason, [{ table: 'followUp', id: followUp.id, after, seen: followUp.version }]),
      toast,
    );
    if (committed) onPutOff({ customerId, followUpId, title });
  };
  const { putOffReason } = followUp;
  const putOff =
    putOffReason === undefined ? null : t('followUps.putOffBecause', { reason: reasons.name(putOffReason) });
  const snoozeTo = (days: number) => {
    const from = followUp.due.slice(0, 10) < today ? today : followUp.due.slice(0, 10);
    return addDays(from, days);
  };

  return (
    <li ref={ref} className={styles.followUp} {...sought}>
      <Checkbox
        aria-label={`${t('followUps.done')}: ${followUp.title}`}
        isSelected={false}
        onChange={() => void complete()}
      />
      <button
        type="button"
        className={classNames(styles.factValue, styles.followUpTitle)}
        aria-label={`${t('followUps.edit')}: ${[followUp.title, putOff].filter(Boolean).join(' ')}`}
        onClick={edit}
      >
        {followUp.title}
        {putOff !== null && <span className={styles.putOff}>{putOff}</span>}
      </button>
      {followUp.kind === 'promise' && <Chip tone="seal">{t('followUps.promise')}</Chip>}
      {(followUp.rrule ?? followUp.lunarYearly) && <CalendarClock aria-label={t('followUps.repeat')} size={14} />}
      <DueText due={followUp.due} />
      <Menu
        label={t('ui.more')}
        trigger={<IconButton label={t('followUps.snooze')} size="small" icon={<MoreHorizontal />} />}
        groups={[
          {
            id: 'snooze',
            title: t('followUps.snooze'),
            entries: snoozeDays.map((days) => {
              const day = snoozeTo(days);
              const when = formatDue(language, day, today);
              return {
                id: `snooze-${String(days)}`,
                label: t('compose.inDays', { days }),
                detail: when,
                onAction: () =>
                  void change(moveDue(draftOf(followUp), day), 'follow-up/snooze', t('followUps.snoozed', { when })),
              };
            }),
          },
          {
            id: 'skip',
            entries: [
              { id: 'edit', label: t('followUps.edit'), onAction: edit },
              {
                id: 'skip',
                label: t('followUps.skip'),
                onAction: () =>
                  void change(
                    { ...draftOf(followUp), status: 'skipped' },
                    'follow-up/skip',
                    t('followUps.skipped', { title: followUp.title }),
                  ),
              },
            ],
          },
        ]}
      />
      {isEditing && (
        <FollowUpDialog
          customerId={followUp.customerId}
          followUp={followUp}
          onClose={() => {
            setEditing(false);
          }}
        />
      )}
    </li>
  );
}
