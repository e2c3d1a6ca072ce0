import { useEffect, useRef, type ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './tab-strip.module.css';

export interface StripTab {
  id: string;
  label: string;
  /** Muted beside the label. */
  detail?: string | undefined;
  /** Read out instead of label and detail. */
  spoken?: string | undefined;
}

interface TabStripProps {
  label: string;
  tabs: readonly StripTab[];
  chosenId: string;
  onChoose: (id: string) => void;
  /** Buttons behind the last tab. */
  children?: ReactNode;
}

/** Ways to look at one thing, side by side; they scroll when they are many. Arrow keys move between them. */
export function TabStrip({ label, tabs, chosenId, onChoose, children }: TabStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  // The chosen one may lie beyond the end: chosen in the palette, made just now, or with less room than before.
  useEffect(() => {
    const box = strip.current;
    if (!box) return;
    const watch = new ResizeObserver(() => {
      box.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    watch.observe(box);
    return () => {
      watch.disconnect();
    };
  }, [chosenId, tabs.length]);
  return (
    <div className={styles.strip}>
      <ToggleButtonGroup
        ref={strip}
        aria-label={label}
        className={styles.tabs ?? ''}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosenId]}
        onSelectionChange={(keys) => {
          const chosen = tabs.find((tab) => keys.has(tab.id));
          if (chosen) onChoose(chosen.id);
        }}
      >
        {tabs.map((tab) => (
          <ToggleButton key={tab.id} id={tab.id} className={styles.tab ?? ''} aria-label={tab.spoken ?? tab.label}>
            <span className={styles.label} title={tab.label}>
              {tab.label}
            </span>
            {tab.detail !== undefined && <span className={styles.detail}>{tab.detail}</span>}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {children}
    </div>
  );
}
