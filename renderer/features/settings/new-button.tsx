import { Plus } from 'lucide-react';
import { Button } from '../../ui/actions/button.tsx';

interface NewButtonProps {
  label: string;
  onPress: () => void;
}

/** Adds one to the list of a page. */
export function NewButton({ label, onPress }: NewButtonProps) {
  return (
    <Button kind="primary" icon={<Plus />} onPress={onPress}>
      {label}
    </Button>
  );
}
