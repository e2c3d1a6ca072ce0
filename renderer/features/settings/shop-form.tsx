import { useState } from 'react';
import type { Settings } from '#shared/domain/settings/settings.ts';
import { useEditSettings } from '../../display/archive-settings.ts';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Section } from '../../ui/layout/section.tsx';
import styles from './settings.module.css';

/** Who the archive belongs to. */
export function ShopForm({ stored }: { stored: Settings | undefined }) {
  const t = useT();
  const editSettings = useEditSettings();
  const [ownerName, setOwnerName] = useState(stored?.ownerName ?? '');
  const [shopName, setShopName] = useState(stored?.shopName ?? '');
  const isChanged = ownerName !== (stored?.ownerName ?? '') || shopName !== (stored?.shopName ?? '');
  const save = () =>
    editSettings(() => ({ ownerName: ownerName.trim(), shopName: shopName.trim() }), t('settings.saved'));
  return (
    <Section title={t('settings.shop')} intro={t('settings.shopHint')}>
      <div className={styles.form}>
        <TextField
          label={t('settings.ownerName')}
          value={ownerName}
          onChange={setOwnerName}
          onEnter={() => void save()}
        />
        <TextField label={t('settings.shopName')} value={shopName} onChange={setShopName} onEnter={() => void save()} />
      </div>
      <Button isDisabled={!isChanged} onPress={() => void save()}>
        {t('ui.save')}
      </Button>
    </Section>
  );
}
