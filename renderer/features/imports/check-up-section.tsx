import { ListChecks } from 'lucide-react';
import { checkUpQuestion } from '../../display/check-up-question.ts';
import { useQuestion } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Section } from '../../ui/layout/section.tsx';

/** How many customers' details are to be checked, and the way to do so. */
export function CheckUpSection() {
  const t = useT();
  const { data: checkUp } = useQuestion(checkUpQuestion);
  if (!checkUp) return null;
  const { checked, due } = checkUp;
  return (
    <Section title={t('checkUp.title')} intro={t('checkUp.progress', { checked, due })}>
      <Button
        icon={<ListChecks />}
        isDisabled={due === 0}
        onPress={() => {
          navigate({ screen: 'check-up' });
        }}
      >
        {t('checkUp.start')}
      </Button>
    </Section>
  );
}
