import { useLayoutEffect, useRef, useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { Unsaved } from '#shared/unsaved/unsaved.ts';
import { UnsavedNote } from '../../../display/unsaved-note.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useUnsaved } from '../../../engine/client/use-unsaved.ts';
import { localNow, useToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { saveByKey } from '../../../ui/keys/save-by-key.ts';
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { WithWhom } from '../contacts/with-whom.tsx';
import styles from './composer.module.css';
import { DateField } from '../dialogs.ts';
import { ContactChoice } from './contact-choice.tsx';
import { NextChoice } from './next-choice.tsx';

/** Always open: what was said, by which channel, what came of it, and when to come back. Ctrl+Enter logs it. */
export function Composer({ dossier: { customer, contact } }: { dossier: Dossier }) {
  const t = useT();
  const today = useToday();
  const commit = useCommit();
  const box = useRef<HTMLTextAreaElement>(null);
  const shownId = useRef(customer.id);
  useLayoutEffect(() => {
    shownId.current = customer.id;
  });
  const blank: Unsaved<'composer'> = {
    text: '',
    channel: customer.preferredChannel ?? 'phone',
    outcome: null,
    isInbound: false,
    isConfirmed: false,
    due: null,
    nextTitle: '',
    isPromise: false,
    contactId: null,
  };
  const { value, change, clear, isBroughtBack } = useUnsaved({ kind: 'composer', customerId: customer.id }, blank);
  const { text, channel, outcome, isInbound, isConfirmed = false, due, nextTitle, isPromise, contactId } = value;
  const [pickingFor, setPickingFor] = useState<CustomerId | null>(null);
  const isPicking = pickingFor === customer.id;

  useShortcuts(t('card.label'), [
    {
      keys: 'L',
      label: t('compose.label'),
      run: () => {
        box.current?.focus();
      },
    },
  ]);

  const save = useOneAtATime(async () => {
    const committed = await commit(
      (engine) =>
        engine.logContact({
          customerId: customer.id,
          channel,
          direction: isInbound ? 'inbound' : 'outbound',
          ...(contactId ? { contactId } : {}),
          ...(outcome ? { outcome } : {}),
          text: text.trim(),
          ...(isConfirmed ? { confirms: true } : {}),
          at: localNow(),
          ...(due ? { next: { due, title: nextTitle.trim() || t('followUps.default'), promise: isPromise } } : {}),
        }),
      t('compose.saved', { name: customer.name }),
    );
    if (!committed) return;
    const typed = shownId.current === customer.id ? (box.current?.value ?? text) : text;
    // The next contact is likely to come by the same way.
    clear({ ...blank, channel });
    // Whoever types fast is at it before this one is written.
    const next = typed.startsWith(text) ? typed.slice(text.length).trimStart() : typed;
    if (next !== '') change({ text: next });
    setPickingFor((now) => (now === customer.id ? null : now));
  });

  return (
    <section
      className={styles.composer}
      aria-label={t('compose.label')}
      onKeyDownCapture={saveByKey(() => void save())}
    >
      <TextArea
        label={t('compose.label')}
        isLabelHidden
        placeholder={t('compose.placeholder')}
        value={text}
        onChange={(next) => {
          change({ text: next });
        }}
        inputRef={box}
        onEscape={() => box.current?.blur()}
      />
      {isBroughtBack && (text !== '' || nextTitle !== '') && <UnsavedNote onDiscard={clear} />}
      {due !== null && (
        <div className={styles.bar}>
          <TextField
            label={t('compose.nextTitle')}
            isLabelHidden
            placeholder={t('compose.nextTitle')}
            value={nextTitle}
            onChange={(next) => {
              change({ nextTitle: next });
            }}
            onEnter={() => void save()}
          />
          <Checkbox
            isSelected={isPromise}
            onChange={(isOn) => {
              change({ isPromise: isOn });
            }}
          >
            {t('compose.promise')}
          </Checkbox>
          {isPicking && (
            <DateField
              label={t('compose.pickDate')}
              isLabelHidden
              value={due}
              onChange={(day) => {
                change({ due: day });
              }}
              min={today}
            />
          )}
        </div>
      )}
      <div className={styles.bar}>
        <WithWhom
          people={contact}
          chosen={contactId}
          onChange={(id) => {
            change({ contactId: id });
          }}
        />
        <ContactChoice
          channel={channel}
          outcome={outcome}
          isInbound={isInbound}
          isConfirmed={isConfirmed}
          change={change}
        />
        <div className={styles.end}>
          <NextChoice
            due={due}
            onChoose={(day) => {
              change({ due: day });
              setPickingFor(null);
            }}
            onPick={(day) => {
              change({ due: day });
              setPickingFor(customer.id);
            }}
          />
          <Button
            kind="primary"
            size="small"
            keys="Mod+Enter"
            tip={t('compose.save')}
            tipKeys="Mod+Enter"
            onPress={() => void save()}
          >
            {t('compose.save')}
          </Button>
        </div>
      </div>
    </section>
  );
}
