import { WrittenCells } from '#shared/formats/clipboard/cells.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { endTask, showTask } from '../../../state/activity.ts';
import { putOnClipboard } from '../clipboard.ts';

/** As many as are written without anybody noticing; others have their turn in between. */
const atOnce = 500;
const taskId = 'copy';

interface Writing {
  cellsOf: (row: CustomerRow) => string[];
  into: WrittenCells;
  /** What is done, for who waits. */
  label: string;
  /** Those who are selected and not in the result come behind the others. */
  withUnlisted: boolean;
}

/**
 * Writes the cells of the selected rows of a result, in its order. The customers are asked for by their ids: the result itself
 * may be replaced while very many are written.
 */
export async function writeSelected(
  engine: Pick<Engine, 'ids' | 'rowsOf'>,
  token: string,
  selected: ReadonlySet<CustomerId>,
  { cellsOf, into, label, withUnlisted }: Writing,
): Promise<void> {
  const listed = (await engine.ids(token)).filter((id) => selected.has(id));
  const ids = withUnlisted ? [...new Set([...listed, ...selected])] : listed;
  try {
    for (let from = 0; from < ids.length; from += atOnce) {
      if (ids.length > atOnce) showTask({ id: taskId, label, done: from, total: ids.length });
      into.add((await engine.rowsOf(ids.slice(from, from + atOnce), 'anywhere')).map(cellsOf));
    }
  } finally {
    endTask(taskId);
  }
}

/** `false` where the browser does not let go of it: too long after the key was pressed. */
export function putCells(cells: WrittenCells): boolean {
  return putOnClipboard((data) => {
    data.setData('text/plain', cells.asText());
    data.setData('text/html', cells.asHtml());
  });
}
