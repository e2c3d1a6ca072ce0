import { finalReasons, systemReasons, type Change, type ChangeSet } from '#shared/changes/change-set.ts';
import { historyOf } from '#shared/changes/field-history.ts';
import { historyWithoutMentions, wasIntroducedBy } from '#shared/changes/forget-mentions.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { DossierFile } from './rows/dossier-file.ts';

/**
 * What brings a dossier to its state after a change set, given those of its changes that are of that dossier: the one meaning
 * that a change set has, whether it is stored, replayed or read again to bring a damaged row back.
 */
export function applierOf(set: ChangeSet): (file: DossierFile, changes: readonly Change[]) => void {
  // What goes for good is not to be told of afterwards.
  const isQuiet = systemReasons.includes(set.reason) || finalReasons.includes(set.reason);
  const erased = erasedBy(set);
  return (file, changes) => {
    for (const change of changes) file.apply(change, isQuiet ? [] : historyOf(change, set));
    if (erased.size > 0) forgetIn(file, changes, erased);
  };
}

/** Whom a change set erases. */
export function erasedBy({ reason, changes }: ChangeSet): ReadonlySet<string> {
  if (!finalReasons.includes(reason)) return new Set();
  return new Set(changes.flatMap(({ table, id, after }) => (table === 'customer' && after === null ? [id] : [])));
}

/** Takes out of the past of somebody who stays what it says of the erased. */
function forgetIn(file: DossierFile, changes: readonly Change[], erased: ReadonlySet<string>): void {
  const isErased = (id: string) => erased.has(id);
  const wasIntroduced = changes.some(
    ({ table, before }) => table === 'customer' && isErased((before as Customer | null)?.referrerId ?? ''),
  );
  const isIntroduced = wasIntroduced || wasIntroducedBy(file.history(), isErased);
  file.rewriteHistory((history) => historyWithoutMentions(history, isErased, isIntroduced));
}
