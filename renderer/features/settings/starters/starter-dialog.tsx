import { useState } from 'react';
import {
  partKinds,
  starterParts,
  starterRecords,
  type OwnThings,
  type StarterPart,
} from '#shared/starter-sets/plan-starter.ts';
import { starterSets } from '#shared/starter-sets/sets.ts';
import type { Trade } from '#shared/starter-sets/starter-set.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { newId } from '../../../platform/ids.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import styles from './starters.module.css';

interface StarterDialogProps {
  trade: Trade;
  own: OwnThings;
  onClose: () => void;
}

/** What a set would bring, part by part, before it does. */
export function StarterDialog({ trade, own, onClose }: StarterDialogProps) {
  const t = useT();
  const language = useLanguage();
  const commit = useCommit();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const set = starterSets[trade];
  const parts = starterParts(set, language, own);
  /** A part goes with those that it is nothing without. */
  const isChosen = ({ id, needs }: StarterPart): boolean =>
    !left.has(id) && needs.every((need) => !left.has(need) || parts.some((part) => part.id === need && part.isThere));
  const chosen = parts.filter((part) => !part.isThere && isChosen(part));
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const apply = useOneAtATime(async () => {
    const ids = new Set(chosen.map(({ id }) => id));
    const edits = starterRecords(set, language, own, ids, newId);
    const written = await commit(
      (engine) => engine.commit('starter-set/apply', edits),
      t('starters.done', { trade: t(`starters.trade.${trade}`), count: edits.length }),
    );
    if (written) onClose();
  });

  return (
    <Dialog
      isOpen
      size="wide"
      title={t(`starters.trade.${trade}`)}
      onClose={onClose}
      footer={
        <SaveButtons
          label={t('starters.apply', { count: chosen.length })}
          isDisabled={chosen.length === 0}
          onSave={() => void apply()}
          onCancel={onClose}
        />
      }
    >
      <div className={styles.dialog}>
        <p className={styles.hint}>{t('starters.hint')}</p>
        {partKinds.map((kind) => {
          const some = parts.filter((part) => part.kind === kind);
          if (some.length === 0) return null;
          return (
            <section key={kind} aria-label={t(`starters.kind.${kind}`)}>
              <h3 className={styles.heading}>{t(`starters.kind.${kind}`)}</h3>
              <ul className={styles.parts}>
                {some.map((part) => (
                  <li key={part.id}>
                    <Checkbox
                      isSelected={part.isThere || isChosen(part)}
                      isDisabled={part.isThere}
                      onChange={() => {
                        toggle(part.id);
                      }}
                    >
                      <span>
                        {part.name}
                        {(part.detail !== '' || part.isThere) && (
                          <small className={styles.detail}>
                            {part.isThere ? t('starters.isThere') : kind === 'kind' ? `↔ ${part.detail}` : part.detail}
                          </small>
                        )}
                      </span>
                    </Checkbox>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
