import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from 'react';
import { useT } from '../../platform/language.tsx';
import { Kbd } from '../../ui/actions/kbd.tsx';
import { isComposing } from '../../ui/theme/keyboard.ts';
import type { PaletteGroup, PaletteItem } from './palette-items.ts';
import { PaletteRow } from './palette-row.tsx';
import styles from './palette.module.css';

export interface PaletteBoxProps {
  text: string;
  onChange: (text: string) => void;
  groups: readonly PaletteGroup[];
  /** The groups answer the text as it stands; false for the moment until they do. */
  isCurrent: boolean;
  /** What Tab makes of the text. */
  completion: string | undefined;
  onChoose: (item: PaletteItem) => void;
}

/** A combobox whose list is always open (WAI-ARIA combobox with a listbox popup); the focus never leaves the input. */
export function PaletteBox({ text, onChange, groups, isCurrent, completion, onChoose }: PaletteBoxProps) {
  const t = useT();
  const listId = useId();
  const items = groups.flatMap((group) => group.items);
  const signature = items.map((item) => item.id).join(' ');
  const [active, setActive] = useState({ signature, at: 0 });
  // Another list starts at its first row again.
  const at = active.signature === signature ? active.at : 0;
  const rowId = (item: PaletteItem): string => `${listId}-${item.id}`;
  const activeItem = items[at];
  const activeRowId = activeItem && rowId(activeItem);

  useEffect(() => {
    if (activeRowId !== undefined) document.getElementById(activeRowId)?.scrollIntoView({ block: 'nearest' });
  }, [activeRowId]);

  // Enter pressed faster than the answer came: it means the first row of the answer, not what still stands there.
  const [isEnterWaiting, setIsEnterWaiting] = useState(false);
  const chooseWaited = useEffectEvent(() => {
    if (activeItem) onChoose(activeItem);
  });
  useEffect(() => {
    if (isEnterWaiting && isCurrent) chooseWaited();
  }, [isEnterWaiting, isCurrent]);

  const move = (to: number): void => {
    setActive({ signature, at: (to + items.length) % Math.max(1, items.length) });
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'Tab' && !event.shiftKey && completion !== undefined) {
      onChange(completion);
      // The dialog would put the focus into the box once more and mark all of it.
      event.stopPropagation();
    } else if (event.key === 'Enter' && !isCurrent) setIsEnterWaiting(true);
    else if (event.key === 'Enter' && activeItem) onChoose(activeItem);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles.field}>
        <Search aria-hidden="true" />
        <input
          className={styles.input}
          role="combobox"
          aria-label={t('palette.placeholder')}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeRowId}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={text}
          onChange={(event) => {
            setIsEnterWaiting(false);
            onChange(event.target.value);
          }}
          onKeyDown={handleKey}
        />
        <Kbd keys="Esc" />
      </div>
      {items.length === 0 && isCurrent && <p className={styles.none}>{t('customers.noMatch.title')}</p>}
      <div id={listId} role="listbox" aria-label={t('palette.title')} className={styles.list}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${listId}-title-${group.id}`}>
            <div id={`${listId}-title-${group.id}`} role="presentation" className={styles.title}>
              {group.id === 'nothing' ? t('palette.newCustomer') : t(`palette.${group.id}`)}
            </div>
            {group.items.map((item) => (
              <PaletteRow
                key={item.id}
                id={rowId(item)}
                item={item}
                isActive={item === activeItem}
                isFirstCompletion={item.type === 'completion' && item.completion.line === completion}
                onPoint={() => {
                  if (item !== activeItem) move(items.indexOf(item));
                }}
                onChoose={() => {
                  onChoose(item);
                }}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
