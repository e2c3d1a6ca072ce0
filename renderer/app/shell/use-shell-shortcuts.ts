import { useEffect } from 'react';
import { reportFailure } from '../../display/report-failure.ts';
import { tellUndoFailure } from './tell-undo-failure.ts';
import { useEngine } from '../../engine/client/engine-context.tsx';
import type { TakenBack } from '../../engine/api.ts';
import type { Engine } from '../../engine/client-types.ts';
import { useT } from '../../platform/language.tsx';
import { openHistory } from '../../state/history-panel.ts';
import { goBack, goForward, navigate, screenIds } from '../../state/navigation.ts';
import { dismissTold, showToast } from '../../ui/feedback/toasts.ts';
import { handleShortcut, type Shortcut } from '../../ui/keys/shortcuts.ts';
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts';
import { later } from '../../ui/layout/later.ts';
import { isApple } from '../../ui/theme/keyboard.ts';
import { translate } from '#shared/i18n/translate.ts';
import { usePreferences } from '../../state/preferences.ts';
import { toggleCurtain } from '../curtain.tsx';
import { lockNow } from '../session/session.ts';

const words = later(() => import('../../display/history/say-taken.ts'));

async function say(engine: Engine, what: NonNullable<TakenBack['what']>): Promise<string> {
  const { language } = usePreferences.getState();
  await words.read();
  return words.now()?.sayTaken(engine, language, what) ?? translate(language, `reason.${what.reason}`);
}

/** Takes back the newest change, whatever screen made it. */
export async function undoNewest(engine: Engine): Promise<void> {
  const { language } = usePreferences.getState();
  dismissTold();
  try {
    const taken = await engine.undo();
    if (!taken) return;
    const { what } = taken;
    showToast({
      text: what
        ? translate(language, 'undo.doneWhat', { what: await say(engine, what) })
        : translate(language, 'undo.done'),
      action: {
        label: translate(language, 'ui.redo'),
        keys: 'Mod+Shift+Z',
        onPress: () => void redoNewest(engine),
      },
    });
  } catch (error) {
    tellUndoFailure(error);
  }
}

export async function redoNewest(engine: Engine): Promise<void> {
  const { language } = usePreferences.getState();
  dismissTold();
  try {
    const taken = await engine.redo();
    if (!taken) return;
    const { what } = taken;
    showToast({
      text: what
        ? translate(language, 'redo.doneWhat', { what: await say(engine, what) })
        : translate(language, 'redo.done'),
      action: { label: translate(language, 'ui.undo'), keys: 'Mod+Z', onPress: () => void undoNewest(engine) },
    });
  } catch (error) {
    reportFailure(error);
  }
}

/** Keys that work on every screen. */
export function useShellShortcuts(show: (over: 'palette' | 'shortcuts') => void): void {
  const t = useT();
  const engine = useEngine();

  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      handleShortcut(event, isApple);
    };
    window.addEventListener('keydown', handle);
    return () => {
      window.removeEventListener('keydown', handle);
    };
  }, []);

  useShortcuts(t('shortcuts.general'), [
    {
      keys: 'Mod+K',
      label: t('shortcuts.palette'),
      worksWhileTyping: true,
      run: () => {
        show('palette');
      },
    },
    {
      keys: 'N',
      label: t('palette.newCustomer'),
      run: () => {
        navigate({ screen: 'customers', intent: 'new' });
      },
    },
    { keys: 'Mod+Z', label: t('shortcuts.undo'), run: () => void undoNewest(engine) },
    { keys: 'Mod+Shift+Z', label: t('shortcuts.redo'), run: () => void redoNewest(engine) },
    { keys: 'Mod+Shift+H', label: t('history.all'), worksWhileTyping: true, run: openHistory },
    { keys: 'Mod+Y', label: t('shortcuts.redo'), isUnlisted: true, run: () => void redoNewest(engine) },
    {
      keys: 'F9',
      label: t('shortcuts.curtain'),
      worksWhileTyping: true,
      worksInDialogs: true,
      run: toggleCurtain,
    },
    {
      keys: 'Mod+Shift+L',
      label: t('shortcuts.lock'),
      worksWhileTyping: true,
      worksInDialogs: true,
      run: () => void lockNow(),
    },
    { keys: 'Alt+Left', label: t('shortcuts.back'), run: goBack },
    { keys: 'Alt+Right', label: t('shortcuts.forward'), run: goForward },
    {
      keys: '?',
      label: t('shortcuts.help'),
      run: () => {
        show('shortcuts');
      },
    },
  ]);

  useShortcuts(
    t('shortcuts.go'),
    screenIds.flatMap((id, index): Shortcut[] => {
      const run = (): void => {
        navigate({ screen: id });
      };
      const digit = String(index + 1);
      return [
        { keys: digit, label: t(`nav.${id}`), isUnlisted: true, run },
        { keys: `Alt+${digit}`, label: t(`nav.${id}`), worksWhileTyping: true, run },
      ];
    }),
  );
}
