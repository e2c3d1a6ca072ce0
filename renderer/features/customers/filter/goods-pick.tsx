import { PickList } from '../../../ui/fields/pick-list.tsx';
import { useUsedNames } from './used-names.ts';

interface GoodsPickProps {
  label: string;
  placeholder: string;
  chosen: readonly string[];
  onChange: (names: string[]) => void;
}

/** Some of what was ever bought, by how many bought it. What is chosen stays, also when nobody bought it any more. */
export function GoodsPick({ chosen, ...rest }: GoodsPickProps) {
  const uses = useUsedNames('bought');
  const offered = new Set(uses.map(({ value }) => value));
  const options = [
    ...chosen.filter((name) => !offered.has(name)).map((name) => ({ id: name, label: name })),
    ...uses.map(({ value, count }) => ({ id: value, label: value, detail: count.toLocaleString() })),
  ];
  return <PickList isMultiple sections={[{ id: 'bought', options }]} chosen={chosen} {...rest} />;
}
