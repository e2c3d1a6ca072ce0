import { useSyncExternalStore } from 'react';
import { useT } from '../../platform/language.tsx';
import { Kbd } from '../../ui/actions/kbd.tsx';
import { readShortcuts, subscribeShortcuts } from '../../ui/keys/shortcuts.ts';
import { HiddenText } from '../../ui/text/hidden-text.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { SearchExamples } from './search-examples.tsx';
import styles from './shortcut-sheet.module.css';

/** Every key that works right now, those of the screen first, then those that work everywhere; and what the search understands. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const groups = useSyncExternalStore(subscribeShortcuts, readShortcuts);
  return (
    <Dialog title={t('shortcuts.title')} isOpen onClose={onClose} size="wide">
      <div className={styles.groups}>
        {[...Map.groupBy(groups.toReversed(), ({ title }) => title)].map(([title, parts]) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.title}>{title}</h3>
            <dl>
              {parts
                .flatMap(({ shortcuts }) => shortcuts)
                .filter((shortcut) => shortcut.isUnlisted !== true)
                .map((shortcut) => (
                  <div key={shortcut.keys} className={styles.row}>
                    <dt>{shortcut.label}</dt>
                    <dd>
                      <Kbd keys={shortcut.keys} />
                      <HiddenText>{shortcut.keys}</HiddenText>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <SearchExamples onTry={onClose} />
      </div>
    </Dialog>
  );
}
