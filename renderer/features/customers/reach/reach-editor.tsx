import { useRef, useState, type FocusEvent } from 'react';
import { rulesOf, type Way } from '#shared/reach/ways.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useT } from '../../../platform/language.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { placeOf, type Owner } from '../card/owner.ts';
import type { After } from '../card/use-in-place.ts';
import { AddressParts } from './address-parts.tsx';
import { SameReach } from './same-reach.tsx';
import styles from './reach.module.css';
import type { ReachDeeds } from './use-reach.ts';

interface ReachEditorProps {
  way: Way;
  owner: Owner;
  at: number;
  deeds: ReachDeeds;
  takesFocus: boolean;
  onClose: (after: After) => void;
}

/** The box of one place of a list. Enter or leaving saves, Tab goes on to the next value, Escape leaves it as it was. */
export function ReachEditor({ way, owner, at, deeds, takesFocus, onClose }: ReachEditorProps) {
  const t = useT();
  const { unsaved } = useEngineAccess();
  const place = placeOf(owner, `${way}:${String(at)}`);
  const reach = deeds.list[at];
  const before = reach === undefined ? '' : rulesOf(way).write(reach);
  const [text, setText] = useState(() => unsaved.read(place)?.text ?? before);
  const [problem, setProblem] = useState<string | null>(null);
  const [hasSame, setSame] = useState(false);
  const isDone = useRef(false);

  const take = async (after: After) => {
    if (isDone.current) return;
    if (text.trim() === before.trim()) {
      isDone.current = true;
      onClose(after);
      return;
    }
    isDone.current = true;
    const written = await deeds.write(at, text);
    if (written.isSaved) {
      onClose(after);
      return;
    }
    isDone.current = false;
    setProblem(written.problem ?? null);
  };
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) void take('stay');
  };
  return (
    <div className={styles.editor} onBlur={leave}>
      <TextField
        label={t(`field.${way}`)}
        isLabelHidden
        autoFocus={takesFocus}
        value={text}
        onChange={(next) => {
          setText(next);
          setProblem(null);
          unsaved.keep(place, { text: next });
        }}
        onEnter={() => void take('back')}
        onEscape={() => {
          isDone.current = true;
          onClose('back');
        }}
        // With somebody else of the same number below, Tab goes there.
        onTab={hasSame ? undefined : (by) => void take(by)}
        error={problem ?? undefined}
        description={text === '' ? t(`reach.hint.${way}`) : undefined}
      />
      {way === 'addresses' && <AddressParts text={text} />}
      <SameReach way={way} text={text === before ? '' : text} owner={owner} onFound={setSame} />
    </div>
  );
}
