import { useEffect, useState, type KeyboardEvent } from 'react';
import { combinationOf, isFreeEnough, type GlobalKeysState } from '#shared/ipc/global-keys.ts';
import { reportFailure } from '../../display/report-failure.ts';
import { useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { changePreferences, usePreferences } from '../../state/preferences.ts';
import { Button } from '../../ui/actions/button.tsx';
import { KeysField } from '../../ui/fields/keys-field.tsx';
import { describeKeys, readShortcuts } from '../../ui/keys/shortcuts.ts';
import { isApple } from '../../ui/theme/keyboard.ts';
import styles from './settings.module.css';

async function askState(): Promise<GlobalKeysState> {
  return (await callMain('app/global-keys', {})).state;
}

type Hint = GlobalKeysState | 'too-common' | 'own';

/** Keys that open the line for a new customer while another program is in front. */
export function NewCustomerKeys() {
  const t = useT();
  const keys = usePreferences((state) => state.newCustomerKeys);
  const [state, setState] = useState<GlobalKeysState | null>(null);
  const [refusal, setRefusal] = useState<'too-common' | 'own' | null>(null);

  useEffect(() => {
    askState().then(setState, reportFailure);
  }, []);
  const choose = async (next: string | null): Promise<void> => {
    setRefusal(null);
    try {
      await changePreferences({ newCustomerKeys: next });
      setState(await askState());
    } catch (error) {
      reportFailure(error);
    }
  };
  const take = (event: KeyboardEvent): boolean => {
    const pressed = combinationOf(event);
    if (pressed === null) return false;
    const own = describeKeys(event.nativeEvent, isApple);
    if (readShortcuts().some(({ shortcuts }) => shortcuts.some((shortcut) => shortcut.keys === own))) {
      setRefusal('own');
      return false;
    }
    if (!isFreeEnough(pressed)) {
      setRefusal('too-common');
      return false;
    }
    void choose(pressed);
    return true;
  };

  if (state === null) return null;
  const hint: Hint = refusal ?? state;
  return (
    <>
      <span className={styles.keysRow}>
        <KeysField
          label={t(keys === null ? 'settings.newKeys.choose' : 'settings.newKeys.change')}
          prompt={t('settings.newKeys.prompt')}
          keys={keys}
          isDisabled={state === 'unavailable'}
          onPressed={take}
        />
        {keys !== null && (
          <Button kind="quiet" onPress={() => void choose(null)}>
            {t('settings.newKeys.off')}
          </Button>
        )}
      </span>
      <p
        role="status"
        className={hint === 'off' || hint === 'held' || hint === 'unavailable' ? styles.hint : styles.problem}
      >
        {t(`settings.newKeys.hint.${hint}`)}
      </p>
    </>
  );
}
