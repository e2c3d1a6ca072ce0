import { Kbd } from '../actions/kbd.tsx';
import styles from './suggestions.module.css';

export interface SuggestionsProps {
  id: string;
  label: string;
  texts: readonly string[];
  /** -1 while none is chosen: then Tab takes the first. */
  active: number;
  onTake: (at: number) => void;
}

/** The list under a box; the focus stays in the box, which names the active one. */
export function Suggestions({ id, label, texts, active, onTake }: SuggestionsProps) {
  return (
    <div id={id} role="listbox" aria-label={label} className={styles.list}>
      {texts.map((text, at) => (
        <button
          key={text}
          type="button"
          id={`${id}-${String(at)}`}
          role="option"
          aria-selected={at === active}
          tabIndex={-1}
          className={styles.item}
          onPointerDown={(event) => {
            // The box keeps the focus.
            event.preventDefault();
            onTake(at);
          }}
        >
          <span>{text}</span>
          {at === Math.max(0, active) && <Kbd keys="Tab" />}
        </button>
      ))}
    </div>
  );
}
