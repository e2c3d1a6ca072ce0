import type { Language } from '#shared/i18n/catalogue.ts';
import { reportFailure } from '../display/report-failure.ts';
import { useT } from '../platform/language.tsx';
import { changePreferences, usePreferences } from '../state/preferences.ts';
import { SegmentedControl } from '../ui/fields/segmented-control.tsx';

const segments: { id: Language; label: string }[] = [
  { id: 'zh-CN', label: '中文' },
  { id: 'en', label: 'English' },
];

export function LanguageSwitch() {
  const t = useT();
  const language = usePreferences((state) => state.language);
  return (
    <SegmentedControl
      label={t('first.language')}
      segments={segments}
      value={language}
      onChange={(next) => {
        changePreferences({ language: next }).catch(reportFailure);
      }}
    />
  );
}
