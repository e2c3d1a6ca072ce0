import { ChevronDown } from 'lucide-react';
import { useRef, type RefObject } from 'react';
import type { AnswerWord } from '#shared/domain/customer/answer.ts';
import { typedOf } from '#shared/facts/typed.ts';
import { customKey } from '#shared/filter/fields.ts';
import type { GapField, GapKey } from '#shared/gaps/gap-fields.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useWords } from '../../../display/use-words.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useUnsaved } from '../../../engine/client/use-unsaved.ts';
import { useT } from '../../../platform/language.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { GapSlot } from './gap-slot.tsx';
import { wordsFor } from './gap-words.tsx';
import styles from './gaps.module.css';
import { gapMark, moveOn, type Move } from './move-on.ts';
import { useAnswerGap } from './use-answer-gap.ts';
import { useGapKeys } from './use-gap-keys.ts';

const hints: Partial<Record<GapField, MessageKey>> = {
  identity: 'gaps.hint.identity',
  region: 'gaps.hint.region',
  birthday: 'gaps.hint.birthday',
  tagIds: 'gaps.hint.tagIds',
  ims: 'gaps.hint.ims',
};

const nothing = { text: '' };

interface GapBoxProps {
  row: CustomerRow;
  gapKey: GapKey;
  autoFocus: boolean;
}

/** A box for what is missing: Enter and Tab save and go on, leaving it saves what was typed, Escape empties it, then leaves it. */
export function GapBox({ row, gapKey, autoFocus }: GapBoxProps) {
  const { id, name } = row;
  const t = useT();
  const { engine } = useEngineAccess();
  const commit = useCommit();
  const { field, problem, setProblem, offered, answer } = useAnswerGap(row, gapKey);
  const {
    value: { text },
    change,
    clear,
    isBroughtBack,
  } = useUnsaved({ kind: 'fact', customerId: id, of: `gap:${gapKey}` }, nothing);
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
      if (written) clear({ text });
      else taken.current = '';
    });
  });
  const leave = async (by: Move) => {
    await take();
    const isDone = text.trim() === '' || taken.current !== '';
    if (isDone && box.current) moveOn(box.current, by);
  };
  const say = (word: AnswerWord) => {
    if (!answer(word)) return;
    // Whatever was being typed is not meant any more.
    taken.current = text.trim();
    clear({ text });
    if (box.current) moveOn(box.current, 'next');
  };
  const type = (next: string) => {
    change({ text: next });
    setProblem(null);
  };
  const handleKey = useGapKeys({
    box,
    isEmpty: text === '',
    onMove: (by) => {
      leave(by).catch(reportFailure);
    },
    onAnswer: say,
    onEmpty: () => {
      type('');
    },
  });
  return (
    <GapSlot field={field} problem={problem} offered={offered} isBroughtBack={isBroughtBack} onAnswer={say}>
      <Entry
        gapKey={gapKey}
        box={box}
        text={text}
        onText={type}
        shared={{
          [gapMark]: gapKey,
          'aria-label': t('gaps.box', { name, field }),
          'aria-invalid': problem !== null,
          autoFocus,
          onKeyDown: handleKey,
          onBlur: () => {
            // What was left here before may be half a word, and the keyboard only passed.
            if (!isBroughtBack) take().catch(reportFailure);
          },
        }}
      />
    </GapSlot>
  );
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
      <>
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
        <ChevronDown aria-hidden="true" className={styles.arrow} />
      </>
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
