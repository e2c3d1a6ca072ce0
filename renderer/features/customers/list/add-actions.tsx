import { Plus } from 'lucide-react';
import { memo } from 'react';
import { useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { Button } from '../../../ui/actions/button.tsx';

interface AddActionsProps {
  onNew: () => void;
  /** In the header of the screen: with its key. */
  isInHeader?: boolean;
}

/** The ways in which customers come into the archive. */
export const AddActions = memo(function AddActions({ onNew, isInHeader = false }: AddActionsProps) {
  const t = useT();
  return (
    <>
      <Button
        onPress={() => {
          navigate({ screen: 'data', intent: 'import' });
        }}
      >
        {t('customers.import')}
      </Button>
      <Button kind="primary" onPress={onNew} {...(isInHeader && { icon: <Plus />, keys: 'N' })}>
        {t('customers.new')}
      </Button>
    </>
  );
});
