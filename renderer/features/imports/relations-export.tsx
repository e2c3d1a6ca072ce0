import { Download } from 'lucide-react';
import { writeRelations } from '#shared/relations/write-relations.ts';
import { reportFailure } from '../../display/report-failure.ts';
import { useEngine } from '../../engine/client/engine-context.tsx';
import { localToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { Button } from '../../ui/actions/button.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { useOneAtATime } from '../../ui/keys/use-one-at-a-time.ts';
import { Section } from '../../ui/layout/section.tsx';

/** How people stand to each other as a file, which can be imported like any other. */
export function RelationsExport() {
  const t = useT();
  const language = useLanguage();
  const engine = useEngine();
  const save = useOneAtATime(async () => {
    try {
      const [lines, kinds, words] = await Promise.all([
        engine.relationLines(),
        engine.relationKinds(),
        engine.keptWords(),
      ]);
      if (lines.length === 0) {
        showToast({ text: t('data.relations.none') });
        return;
      }
      const { savedAs } = await callMain('files/save', {
        suggestedName: t('data.relations.name', { day: localToday() }),
        content: new TextEncoder().encode(writeRelations(lines, { kinds, words }, language)),
        exported: lines.length,
      });
      if (savedAs !== null) showToast({ text: t('data.relations.saved', { count: lines.length, name: savedAs }) });
    } catch (error) {
      reportFailure(error);
    }
  });
  return (
    <Section title={t('data.relations.title')} intro={t('data.relations.intro')}>
      <Button icon={<Download />} onPress={() => void save()}>
        {t('data.relations.save')}
      </Button>
    </Section>
  );
}
