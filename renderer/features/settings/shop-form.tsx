import { useState } from 'react';
import { shopLengths, type Settings } from '#shared/domain/settings/settings.ts';
import { shopFields, type ShopField } from '#shared/domain/settings/shop.ts';
import { cleanText } from '#shared/match/text.ts';
import { tidyPhones } from '#shared/match/tidy-phones.ts';
import { useEditSettings } from '../../display/archive-settings.ts';
import { useEngineAccess } from '../../engine/client/engine-context.tsx';
import { useT } from '../../platform/language.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../ui/keys/use-one-at-a-time.ts';
import { Section } from '../../ui/layout/section.tsx';
import styles from './settings.module.css';

/** Whose archive it is. */
export function ShopForm({ stored }: { stored: Settings | undefined }) {
  const t = useT();
  return (
    <Section title={t('settings.shop')} intro={t('settings.shopHint')}>
      <div className={styles.form}>
        {shopFields.map((field) => (
          <ShopBox key={field} field={field} stored={stored?.[field] ?? ''} />
        ))}
      </div>
    </Section>
  );
}

/** Leaving the box or Enter saves what is in it, Escape leaves it as it was. */
function ShopBox({ field, stored }: { field: ShopField; stored: string }) {
  const t = useT();
  const editSettings = useEditSettings();
  const { unsaved } = useEngineAccess();
  const place = { kind: 'fact', of: `settings/${field}` } as const;
  const [left] = useState(() => unsaved.read(place)?.text ?? null);
  /** What was typed, and over which text: once that is another, because this was saved or something undone, it counts no more. */
  const [typed, setTyped] = useState(left === null ? null : { text: left, over: stored });
  if (typed !== null && typed.over !== stored) setTyped(null);
  const text = typed?.over === stored ? typed.text : stored;
  const label = t(`settings.${field}`);

  const type = (next: string | null) => {
    setTyped(next === null ? null : { text: next, over: stored });
    unsaved.keep(place, next === null ? null : { text: next });
  };
  const save = useOneAtATime(async () => {
    const next = tidied(field, text);
    if (next !== stored && !(await editSettings(() => ({ [field]: next }), t('facts.saved', { field: label })))) return;
    if (next === stored) setTyped(null);
    unsaved.keep(place, null);
  });
  const box = {
    label,
    value: text,
    maxLength: shopLengths[field],
    description: text === left && text !== stored ? t('unsaved.broughtBack') : undefined,
    onChange: type,
    onBlur: () => void save(),
    onEscape: () => {
      type(null);
    },
  };
  return field === 'shopAddress' ? (
    <div className={styles.across}>
      <TextArea {...box} rows={2} onSubmit={() => void save()} />
    </div>
  ) : (
    <TextField {...box} onEnter={() => void save()} />
  );
}

function tidied(field: ShopField, text: string): string {
  if (field === 'shopPhone') return tidyPhones(text).slice(0, shopLengths.shopPhone);
  return cleanText(text).replaceAll(/[^\S\n]*\n\s*/g, '\n');
}
