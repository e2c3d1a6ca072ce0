import { useT } from '../platform/language.tsx';
import { navigate } from '../state/navigation.ts';
import { Button } from '../ui/actions/button.tsx';
import { useFieldDefinitions } from './use-custom-fields.ts';

/** The way to the starter sets, where nobody is in the archive yet and nothing was set up. */
export function StarterOffer() {
  const t = useT();
  const fields = useFieldDefinitions();
  if (fields.length > 0) return null;
  return (
    <Button
      onPress={() => {
        navigate({ screen: 'settings', part: 'starters' });
      }}
    >
      {t('starters.offer')}
    </Button>
  );
}
