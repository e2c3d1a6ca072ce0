import { Plus } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { isWholeLine, type Way } from '#shared/reach/ways.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { AnswerTools, answeringKeys } from '../answers/answer-tools.tsx';
import type { FactAnswer } from '../answers/use-answers.ts';
import card from '../card/card.module.css';
import tools from '../card/row-tools.module.css';
import { neighbourValue } from '../card/focus-values.ts';
import { ValueButton } from '../card/value-button.tsx';
import { placeOf, type Owner } from '../card/owner.ts';
import { useFirstFew } from '../card/use-first-few.tsx';
import type { After } from '../card/use-in-place.ts';
import { AddressDialog } from './address-dialog.tsx';
import { ReachEditor } from './reach-editor.tsx';
import { ReachHistory } from './reach-history.tsx';
import { ReachRow } from './reach-row.tsx';
import styles from './reach.module.css';
import { useReach, type ReachDeeds } from './use-reach.ts';

const firstShown = 6;

/** All ways of one kind to reach somebody, the main one first; each is edited, moved and marked by itself. */
export function ReachFact({ way, owner, answer }: { way: Way; owner: Owner; answer?: FactAnswer }) {
  const t = useT();
  const { unsaved } = useEngineAccess();
  const deeds = useReach(way, owner);
  const { list } = deeds;
  const placeAt = (at: number) => placeOf(owner, `${way}:${String(at)}`);
  /** The place whose box is open; the end of the list is the place of one more. */
  const [edited, setEdited] = useState(() => {
    const left = [...list.keys(), list.length].find((at) => unsaved.read(placeAt(at)) !== null);
    return left === undefined ? null : { at: left, isLeft: true };
  });
  const [inParts, setInParts] = useState<number | null>(null);
  const frame = useRef<HTMLElement>(null);
  const label = t(`field.${way}`);
  const entries = owner.history.filter((entry) => entry.field === way || answer?.entries.includes(entry));
  const said = answer?.said ?? '';

  const edit = (at: number) => {
    const reach = list[at];
    if (reach !== undefined && !isWholeLine(way, reach)) setInParts(at);
    else setEdited({ at, isLeft: false });
  };
  /** Closes the box at a place and puts the keyboard where it goes on. */
  const close = (at: number, after: After) => {
    const rows = frame.current;
    const box = rows?.querySelector(`.${styles.editor ?? ''}`) ?? null;
    const neighbour = after === 1 || after === -1 ? neighbourValue(box, after) : null;
    unsaved.keep(placeAt(at), null);
    setEdited(null);
    if (after === 'stay') return;
    requestAnimationFrame(() => {
      const values = rows?.querySelectorAll<HTMLElement>('[data-value]');
      (neighbour?.isConnected ? neighbour : (values?.[at] ?? values?.[values.length - 1]))?.focus();
    });
  };
  const editorAt = (at: number) => (
    <ReachEditor
      way={way}
      owner={owner}
      at={at}
      deeds={deeds}
      takesFocus={edited?.isLeft !== true}
      onClose={(after) => {
        close(at, after);
      }}
    />
  );

  return (
    <div className={card.fact}>
      <dt>{label}</dt>
      <dd ref={frame}>
        <ReachList
          deeds={deeds}
          way={way}
          edited={edited?.at ?? null}
          editorAt={editorAt}
          onEdit={edit}
          onParts={setInParts}
        />
        {edited?.at === list.length && (
          <div
            role="presentation"
            onKeyDown={(event) => {
              answeringKeys(answer, () => {
                close(list.length, 'back');
              })(event);
            }}
          >
            {editorAt(list.length)}
          </div>
        )}
        {list.length > 0 && said !== '' && <p className={card.factSaid}>{said}</p>}
        {list.length === 0 && edited === null && (
          <ValueButton
            label={label}
            value=""
            answer={answer}
            onEdit={() => {
              edit(0);
            }}
          />
        )}
      </dd>
      {(list.length > 0 || entries.length > 0 || answer) && (
        <dd className={classNames(card.factTools, card.byName)}>
          {list.length > 0 && (
            <IconButton
              label={t('reach.add', { field: label })}
              size="small"
              icon={<Plus />}
              onPress={() => {
                edit(list.length);
              }}
            />
          )}
          <AnswerTools field={label} answer={answer} />
          {(list.length > 0 || entries.length > 0) && (
            <ReachHistory way={way} label={label} record={owner.record} entries={entries} deeds={deeds} />
          )}
        </dd>
      )}
      {inParts !== null && way === 'addresses' && (
        <AddressDialog
          at={inParts}
          deeds={deeds}
          onClose={() => {
            setInParts(null);
          }}
        />
      )}
    </div>
  );
}

interface ReachListProps {
  deeds: ReachDeeds;
  way: Way;
  edited: number | null;
  editorAt: (at: number) => ReactNode;
  onEdit: (at: number) => void;
  onParts: (at: number) => void;
}

function ReachList({ deeds, way, edited, editorAt, onEdit, onParts }: ReachListProps) {
  const { list } = deeds;
  const { shown, others } = useFirstFew([...list.keys()], firstShown, { openAt: edited });
  if (list.length === 0) return null;
  return (
    <>
      <ul className={tools.rows}>
        {shown.map((at) => (
          // By its place, so that the keyboard stays there while the value at the place changes.
          <li key={at}>
            {edited === at ? (
              editorAt(at)
            ) : (
              <ReachRow
                way={way}
                at={at}
                deeds={deeds}
                onEdit={() => {
                  onEdit(at);
                }}
                onParts={() => {
                  onParts(at);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {others}
    </>
  );
}
