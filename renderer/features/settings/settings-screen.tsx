import { useState } from 'react';
import { useT } from '../../platform/language.tsx';
import { useArrival, type SettingsPart } from '../../state/navigation.ts';
import { TabStrip } from '../../ui/actions/tab-strip.tsx';
import { Screen } from '../../ui/layout/screen.tsx';
import { CardPanel } from './card-layout/card-panel.tsx';
import { FieldsPanel } from './fields/fields-panel.tsx';
import { GeneralSettings, generalQuestions } from './general-settings.tsx';
import { StartersPanel } from './starters/starters-panel.tsx';
import { TagsPanel } from './tags/tags-panel.tsx';
import { WordsPanel } from './words/words-panel.tsx';

const parts = ['general', 'fields', 'tags', 'words', 'card', 'starters'] as const satisfies readonly SettingsPart[];

/** What this screen asks first. */
export const settingsQuestions = () => generalQuestions;

export function SettingsScreen() {
  const t = useT();
  const [part, setPart] = useState<SettingsPart>('general');
  useArrival('settings', (target) => {
    if (target.part) setPart(target.part);
  });
  return (
    <Screen title={t('settings.title')} isPage>
      <TabStrip
        label={t('settings.title')}
        tabs={parts.map((id) => ({ id, label: t(`settings.part.${id}`) }))}
        chosenId={part}
        onChoose={(id) => {
          setPart(id as SettingsPart);
        }}
      />
      {part === 'general' && <GeneralSettings />}
      {part === 'fields' && <FieldsPanel />}
      {part === 'tags' && <TagsPanel />}
      {part === 'words' && <WordsPanel />}
      {part === 'card' && <CardPanel />}
      {part === 'starters' && <StartersPanel />}
    </Screen>
  );
}
