import { useState, type KeyboardEvent } from 'react';
import type { Decision } from '#shared/comparison/kept-decisions.ts';
import { useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { isComposing } from '../../../ui/theme/keyboard.ts';
import type { ImportClient } from '../import-client.ts';
import type { ComparedLine, ComparisonSummary, ShownLines } from '../protocol.ts';
import { LineCells } from './line-cells.tsx';
import { PileGrid } from './pile-grid.tsx';
import { useLines } from './use-lines.ts';

/** What a key says of the active line. */
const choices: Readonly<Partial<Record<string, Decision['choice']>>> = {
  ArrowLeft: 'ours',
  ArrowRight: 'theirs',
  Backspace: null,
  Delete: null,
};

interface LineGridProps {
  client: ImportClient | null;
  shown: ShownLines;
  summary: ComparisonSummary;
  unit: 'card' | 'row';
  onDecide: (decision: Decision) => void;
}

/**
 * A pile, line by line. Up and down move; left says that the archive is right, or leaves somebody out; right says that the list is
 * right, or takes somebody in; on the line of a customer both decide everything about them.
 */
export function LineGrid({ client, shown, summary, unit, onDecide }: LineGridProps) {
  const t = useT();
  const [firstInView, setFirstInView] = useState(0);
  const { total, lineAt } = useLines(client, shown, summary, firstInView);
  const decide = (line: ComparedLine | undefined, choice: Decision['choice']) => {
    if (!line || line.is === 'same' || line.choice === choice) return;
    const difference = line.is === 'difference' ? line.difference : null;
    const customerId = line.is === 'new' ? undefined : line.customerId;
    onDecide({ ...shown, line: line.line, difference, customerId, choice });
  };
  const handleKey = (event: KeyboardEvent, at: number): boolean => {
    const choice = choices[event.key];
    if (choice === undefined || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return false;
    event.preventDefault();
    decide(lineAt(at), choice);
    return true;
  };
  const isChoosing = shown.pile !== 'same';
  const headings = isChoosing
    ? (['comparison.column.who', 'comparison.column.ours', 'comparison.column.theirs'] as const)
    : (['comparison.column.who', 'comparison.column.row'] as const);
  const columns = {
    changed: 'minmax(11rem, 1fr) minmax(0, 1.5fr) minmax(0, 1.5fr)',
    new: 'minmax(11rem, 1fr) 11rem minmax(0, 2.5fr)',
    same: 'minmax(0, 1fr) 8rem',
  };
  if (total === 0) return null;
  return (
    <PileGrid
      label={t(`comparison.pile.${shown.pile}`)}
      headings={headings.map((key) => t(key))}
      columns={columns[shown.pile]}
      total={total}
      onView={setFirstInView}
      onKey={handleKey}
      kindOf={(at) => lineAt(at)?.is}
      onOpen={(at) => {
        const line = lineAt(at);
        if (line && 'customerId' in line && line.customerId)
          navigate({ screen: 'customers', customerId: line.customerId });
      }}
    >
      {(at) => {
        const line = lineAt(at);
        if (!line) return null;
        return (
          <LineCells
            line={line}
            unit={unit}
            onChoose={(side) => {
              // A second click takes the decision back.
              decide(line, 'choice' in line && line.choice === side ? null : side);
            }}
          />
        );
      }}
    </PileGrid>
  );
}
