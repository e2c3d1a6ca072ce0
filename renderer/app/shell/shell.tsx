import { useCallback, useEffect, useState } from 'react';
import type { OpenReport } from '../../engine/api.ts';
import { useEngine } from '../../engine/client/engine-context.tsx';
import { useToday } from '../../platform/clock.ts';
import { useT } from '../../platform/language.tsx';
import { endTask, showTask } from '../../state/activity.ts';
import { useNavigation } from '../../state/navigation.ts';
import { useHistoryPanel } from '../../state/history-panel.ts';
import { useSession } from '../../state/session.ts';
import { Curtain } from '../curtain.tsx';
import { NewPassphraseOffer } from '../lock/new-passphrase-offer.tsx';
import { laterComponent } from '../../ui/layout/later.ts';
import { useFollowCurrency } from '../session/follow-currency.ts';
import { MassDeletionQuestion } from './mass-deletion.tsx';
import { Notices } from './notices.tsx';
import { Rail } from './rail.tsx';
import { ScreenHost } from './screen-host.tsx';
import styles from './shell.module.css';
import { StatusLine } from './status-line.tsx';
import { useTypedAhead } from '../palette/typed-ahead.ts';
import { useShellShortcuts } from './use-shell-shortcuts.ts';

/** What lies over the shell is not needed before the archive is open. */
const HistoryPanel = laterComponent(async () => (await import('../history/history-panel.tsx')).HistoryPanel);
const Palette = laterComponent(async () => (await import('../palette/palette.tsx')).Palette);
const ShortcutSheet = laterComponent(async () => (await import('./shortcut-sheet.tsx')).ShortcutSheet);
const UndoQuestion = laterComponent(async () => (await import('../../display/history/undo-question.tsx')).UndoQuestion);

/** The open archive: rail, screen, status line, and what lies over them. */
export function Shell({ report }: { report: OpenReport }) {
  const [over, setOver] = useState<'palette' | 'shortcuts' | null>(null);
  const isCurtainDown = useSession((state) => state.isCurtainDown);
  const { isOpen: isHistoryOpen, undoInQuestion } = useHistoryPanel();
  useShellShortcuts(setOver);
  useEngineCare();
  useFollowCurrency();
  const close = useCallback(() => {
    setOver(null);
  }, []);
  const takeTyped = useTypedAhead(over === 'palette', close);
  const showShortcuts = useCallback(() => {
    setOver('shortcuts');
  }, []);
  return (
    <>
      <WindowTitle isCurtainDown={isCurtainDown} />
      <div className={styles.shell} inert={isCurtainDown} data-covered={isCurtainDown}>
        <Rail />
        <div className={styles.content}>
          <Notices report={report} />
          <ScreenHost />
        </div>
        <div className={styles.status}>
          <StatusLine />
        </div>
      </div>
      {over === 'palette' && <Palette takeTyped={takeTyped} onClose={close} onShowShortcuts={showShortcuts} />}
      {over === 'shortcuts' && <ShortcutSheet onClose={close} />}
      {isHistoryOpen && <HistoryPanel />}
      {undoInQuestion !== null && <UndoQuestion changeSetId={undoInQuestion} />}
      <MassDeletionQuestion />
      <NewPassphraseOffer />
      {isCurtainDown && <Curtain />}
    </>
  );
}

/** Tells the engine when a new day begins, and shows its long work in the status line. */
function useEngineCare(): void {
  const engine = useEngine();
  const t = useT();
  const today = useToday();
  const [openedOn] = useState(today);
  useEffect(() => {
    if (today !== openedOn) void engine.setToday(today);
  }, [engine, today, openedOn]);
  useEffect(
    () =>
      engine.on((event) => {
        if (event.type !== 'progress') return;
        // A backup that is written is not verified yet; its task ends when the engine answers.
        if (event.done >= event.total && event.task !== 'backup') endTask(event.task);
        else showTask({ id: event.task, label: t(`opening.${event.task}`), done: event.done, total: event.total });
      }),
    [engine, t],
  );
}

/** The screen's name, never a customer's: titles are seen in task bars. A part of its own, so that a change of screens does not draw the whole shell. */
function WindowTitle({ isCurtainDown }: { isCurtainDown: boolean }) {
  const t = useT();
  const screen = useNavigation((state) => state.target.screen);
  useEffect(() => {
    document.title = isCurtainDown ? t('app.name') : t('app.windowTitle', { screen: t(`nav.${screen}`) });
  }, [t, screen, isCurtainDown]);
  return null;
}
