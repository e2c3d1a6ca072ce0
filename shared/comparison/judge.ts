import type { Catalogues } from '../imports/plan/catalogues.ts';
import { draftAbout } from '../imports/plan/customer-entities.ts';
import type { KnownCustomer } from '../imports/plan/find-in-archive.ts';
import type { ImportEdit, PlanOptions } from '../imports/plan/plan.ts';
import type { Written } from '../imports/plan/written.ts';
import type { Difference } from './difference.ts';
import { createDismissedCheck } from './dismissed.ts';
import { noteDifference, rowDifferences, type Ours } from './fact-differences.ts';
import { lookedUpDifferences, type LookedUp } from './looked-up-differences.ts';
import { peopleDifferences } from './people-differences.ts';

/** What has to be known besides to compare somebody of a list with who they are here. */
export interface Comparing {
  lines: readonly number[];
  catalogues: Catalogues;
  options: PlanOptions;
}

/** What a list says of a customer and the archive does not, without what was dismissed. */
export function differencesOf(result: Written, ours: Ours, comparing: Comparing): Difference[] {
  const { entity, id, dossier } = result;
  const { lines, options } = comparing;
  const isDismissed = createDismissedCheck(ours.customer);
  const line = lines[entity.rows[0] ?? 0] ?? 0;
  const people = { people: entity.contacts, phones: entity.draft.phones, customerId: id, line };
  return [
    ...rowDifferences(ours, draftAbout(entity, ours.customer), isDismissed),
    ...lookedUpDifferences(ours, lookUp(result, comparing), isDismissed),
    ...[noteDifference(ours.customer, result.after.note, isDismissed)].flatMap((each) => each ?? []),
    ...peopleDifferences(ours, people, isDismissed, options),
    ...relationDifferences(result, isDismissed),
    ...timelineDifferences(result.edits, dossier, isDismissed),
  ];
}

function lookUp({ entity, after }: Written, { catalogues }: Comparing): LookedUp {
  return {
    tags: [...entity.tagNames].map((name) => ({ id: catalogues.tagId(name), name })),
    own: Array.from(entity.custom, ([label, text]) => {
      const { fieldId } = catalogues.customValue(label, text);
      return { fieldId, label, text, value: after.customFields[fieldId] };
    }),
    referrer: { name: entity.referrer, id: entity.referrer === '' ? undefined : after.referrerId },
  };
}

/** Whom the list ties somebody to. */
function relationDifferences(
  { edits, tied }: Written,
  isDismissed: ReturnType<typeof createDismissedCheck>,
): Difference[] {
  return edits.flatMap((edit): Difference[] => {
    const related = tied?.get(edit.id);
    if (edit.table !== 'relation' || !related) return [];
    const said = `${related.label}: ${related.name}`;
    if (isDismissed({ fact: 'relation', said })) return [];
    const dismissedAs = { fact: 'relation', said: [said] };
    return [{ fact: 'relation', dismissedAs, ours: { lines: [] }, theirs: { lines: [said] }, edit }];
  });
}

/** A last contact and a next step that the timeline does not know. */
function timelineDifferences(
  edits: readonly ImportEdit[],
  dossier: KnownCustomer | undefined,
  isDismissed: ReturnType<typeof createDismissedCheck>,
): Difference[] {
  const { interaction = [], followUp = [] } = dossier ?? {};
  const lastOn = interaction.map(({ at }) => at.slice(0, 10)).sort();
  return edits.flatMap((edit): Difference[] => {
    const fact = edit.table === 'interaction' ? 'lastContact' : edit.table === 'followUp' ? 'nextFollowUp' : null;
    if (fact === null) return [];
    const said = (edit.table === 'interaction' ? edit.after.at : edit.table === 'followUp' ? edit.after.due : '').slice(
      0,
      10,
    );
    if (isDismissed({ fact, said })) return [];
    const open = followUp.filter(({ status }) => status === 'open').map(({ due }) => due.slice(0, 10));
    const ours = fact === 'lastContact' ? lastOn.slice(-1) : open.sort();
    return [{ fact, dismissedAs: { fact, said: [said] }, ours: { lines: ours }, theirs: { lines: [said] }, edit }];
  });
}
