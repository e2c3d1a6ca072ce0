import { ChangeList } from '../../../display/history/change-list.tsx';
import { useT } from '../../../platform/language.tsx';
import { openHistory } from '../../../state/history-panel.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { firstRows } from '../first-questions.ts';

/** The latest changes; the rest is found in the panel. */
export function ChangeSection() {
  const t = useT();
  return (
    <Section
      title={t('history.title')}
      intro={t('history.intro')}
      actions={<Button onPress={openHistory}>{t('history.open')}</Button>}
    >
      <ChangeList pageSize={firstRows} />
    </Section>
  );
}
