import { ListPlus } from 'lucide-react';
import { chosenKeys } from '#shared/gaps/gap-fields.ts';
import { gapCountsQuestion } from '../../display/gap-counts-question.ts';
import { useCustomFields } from '../../display/use-custom-fields.ts';
import { useQuestion } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { usePreferences } from '../../state/preferences.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Section } from '../../ui/layout/section.tsx';

/** How much is missing of what is asked for, and the way to fill it in. */
export function GapsSection() {
  const t = useT();
  const fields = useCustomFields();
  const chosen = usePreferences((state) => state.gapKeys);
  const { data: counts } = useQuestion(gapCountsQuestion(chosenKeys(fields, chosen)));
  if (!counts) return null;
  const { gaps, customers } = counts;
  return (
    <Section title={t('gaps.title')} intro={t('gaps.section', { gaps, customers })}>
      <Button
        icon={<ListPlus />}
        onPress={() => {
          navigate({ screen: 'gaps' });
        }}
      >
        {t('gaps.title')}
      </Button>
    </Section>
  );
}
