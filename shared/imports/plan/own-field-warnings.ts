import { valueKey } from '../../custom-fields/values.ts';
import type { CustomField } from '../../domain/custom-field/custom-field.ts';
import { missingOwnFields } from '../../domain/customer/completeness.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { joinWords } from '../../i18n/format.ts';
import type { Problem } from '../problems.ts';
import type { Entity } from './customer-entities.ts';
import type { ArchiveLookup } from './plan.ts';
import type { Written } from './written.ts';

type OnProblem = (entity: Entity, problem: Problem) => void;

/**
 * Tells of new customers which of the archive's own fields would be missed, and of whoever gets a value that another one has though
 * it should be of one customer only. Neither keeps anybody from coming in.
 */
export async function warnOfOwnFields(
  written: readonly Written[],
  lookup: ArchiveLookup,
  language: Language,
  onProblem: OnProblem,
): Promise<void> {
  const fields = (await lookup.customFields()).filter((field) => field.archived !== true);
  for (const { entity, dossier, after } of written) {
    // Files come to a customer who is there.
    const missing = dossier ? [] : missingOwnFields(fields, after, []).filter(({ type }) => type !== 'attachment');
    if (missing.length === 0) continue;
    const label = joinWords(
      language,
      missing.map((field) => field.label),
    );
    onProblem(entity, { code: 'custom/required', severity: 'warning', values: { label } });
  }
  for (const field of fields) {
    if (field.unique === true && field.formula === undefined) await warnOfTwins(field, written, lookup, onProblem);
  }
}

async function warnOfTwins(
  { id, label }: CustomField,
  written: readonly Written[],
  lookup: ArchiveLookup,
  onProblem: OnProblem,
): Promise<void> {
  const given = written.filter(({ dossier, after }) => {
    const key = valueKey(after.customFields[id]);
    return key !== '' && key !== valueKey(dossier?.customer.customFields[id]);
  });
  const groups = Map.groupBy(given, ({ after }) => valueKey(after.customFields[id]));
  const holders = groups.size === 0 ? [] : await lookup.holders(id, [...groups.keys()]);
  for (const [at, group] of [...groups.values()].entries()) {
    for (const result of group) {
      const other =
        group.find((each) => each !== result)?.after ?? holders[at]?.find((holder) => holder.id !== result.id);
      if (!other) continue;
      const values = { label, name: other.name };
      onProblem(result.entity, { code: 'custom/twin', severity: 'warning', values });
    }
  }
}
