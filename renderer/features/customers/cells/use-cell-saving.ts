import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { FilterField } from '#shared/filter/fields.ts';
import type { Committed } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useJoin, useT } from '../../../platform/language.tsx';

interface SavedCell {
  id: CustomerId;
  key: FilterField;
  label: string;
  /** Nobody else should have the same. */
  isUnique: boolean;
  /** It should not be empty, and is now. */
  isMissed: boolean;
}

/** Saves what was typed into a cell, and says with that what should not be so: the card, which would, is not open. */
export function useCellSaving(): (cell: SavedCell, write: (own: Engine) => Promise<Committed | null>) => void {
  const t = useT();
  const join = useJoin();
  const commit = useCommit();
  return ({ id, key, label, isUnique, isMissed }, write) => {
    let names: readonly string[] = [];
    void commit(
      async (own) => {
        const committed = await write(own);
        // It is saved already, whether or not this can be asked.
        if (isUnique) names = (await own.twins(key, id).catch(() => [])).map(({ name }) => name);
        return committed;
      },
      () => {
        if (names.length > 0) return t('grid.savedTwin', { field: label, names: join(names) });
        return t(isMissed ? 'grid.savedMissing' : 'facts.saved', { field: label });
      },
    );
  };
}
