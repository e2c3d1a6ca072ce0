import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { typedOf } from '#shared/facts/typed.ts';
import { customKey } from '#shared/filter/fields.ts';
import type { GapField, GapKey } from '#shared/gaps/gap-fields.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useWords } from '../../../display/use-words.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { useEngineAccess } from '../../../engine/engine-context.tsx';
import { useCommit } from '../../../engine/use-commit.ts';
import { useT } from '../../../platform/language.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { isComposing } from '../../../ui/theme/keyboard.ts';
import { wordsFor } from './gap-words.tsx';
import styles from './gaps.module.css';
import { gapMark, isAtEdge, moveOn, type Move } from './move-on.ts';
import { useGapLabel } from './use-gap-label.ts';

const hints: Partial<Record<GapField, MessageKey>> = {
  identity: 'gaps.hint.identity',
  region: 'gaps.hint.region',
  birthday: 'gaps.hint.birthday',
  tagIds: 'gaps.hint.tagIds',
  ims: 'gaps.hint.ims',
};

interface GapBoxProps {
  row: CustomerRow;
  gapKey: GapKey;
}

/** A box for what is missing: Enter and Tab save and go on, leaving it saves, Escape empties it, then leaves it. */
export function GapBox({ row: { id, name }, gapKey }: GapBoxProps) {
  const t = useT();
  const { engine, announcer } = useEngineAccess();
  const commit = useCommit();
  const field = useGapLabel()(gapKey);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLInputElement & HTMLSelectElement>(null);
  /** What was taken and is being written: leaving the box does not take it again. */
  const taken = useRef('');

  const take = useOneAtATime(async () => {
    const said = text.trim();
    if (said === '' || said === taken.current) return;
    const why = await engine.gapProblem(id, gapKey, said);
    setProblem(why && t(why));
    if (why) return;
    taken.current = said;
    void commit((own) => own.fillGap(id, gapKey, said), t('gaps.filled', { name, field })).then((written) => {
      if (!written) taken.current = '';
    });
  });
  const leave = async (by: Move) => {
    await take();
    const isDone = text.trim() === '' || taken.current !== '';
    if (isDone && box.current) moveOn(box.current, by);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const by = moveOf(event);
    if (event.key === 'Tab' && by !== null && box.current && isAtEdge(box.current, by)) return;
    if (by !== null) {
      event.preventDefault();
      event.stopPropagation();
      leave(by).catch(reportFailure);
    } else if (text === '' && isUndo(event)) {
      // There is nothing of its own to take back: what was filled in before is meant.
      event.preventDefault();
      engine.undo().then(() => {
        announcer.undone();
      }, reportFailure);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (text === '') box.current?.blur();
      setText('');
      setProblem(null);
    }
  };
  return (
    <span className={styles.slot}>
      <span className={styles.box} data-invalid={problem !== null || undefined}>
        <span className={styles.label} aria-hidden="true">
          {field}
        </span>
        <Entry
          gapKey={gapKey}
          box={box}
          text={text}
          onText={(next) => {
            setText(next);
            setProblem(null);
          }}
          shared={{
            [gapMark]: gapKey,
            'aria-label': t('gaps.box', { name, field }),
            'aria-invalid': problem !== null,
            onKeyDown: handleKey,
            onBlur: () => {
              take().catch(reportFailure);
            },
          }}
        />
      </span>
      {problem !== null && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
}

function isUndo({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

/** In a box with words to choose from, up and down choose. */
function moveOf({ key, shiftKey, ctrlKey, metaKey, altKey, target }: KeyboardEvent): Move | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Enter') return 'next';
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  const isPlain = target instanceof HTMLInputElement && target.list === null;
  if (!isPlain) return null;
  if (key === 'ArrowDown') return 'down';
  return key === 'ArrowUp' ? 'up' : null;
}

interface EntryProps {
  gapKey: GapKey;
  box: RefObject<(HTMLInputElement & HTMLSelectElement) | null>;
  text: string;
  onText: (text: string) => void;
  shared: object;
}

function Entry({ gapKey, box, text, onText, shared }: EntryProps) {
  const t = useT();
  const customFields = useCustomFields();
  const words = useWords();
  const { choices, isMultiple = false } = typedOf(gapKey, { customFields, words }) ?? {};
  const own = customFields.find(({ id }) => customKey(id) === gapKey);
  const hint = hints[gapKey as GapField];
  if (choices && !isMultiple) {
    return (
      <select
        {...shared}
        ref={box}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
        }}
      >
        <option value="">—</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label(t)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      ref={box}
      list={wordsFor(gapKey, own?.type === 'choices')}
      placeholder={own?.help ?? (hint === undefined ? undefined : t(hint))}
      value={text}
      onChange={(event) => {
        onText(event.target.value);
      }}
    />
  );
}
