import type { ImportEdit, PlanOptions } from './plan.ts';
import { translate } from '../../i18n/translate.ts';
import type { Written } from './written.ts';

/** The pictures of a customer's cards as files of the customer; those that are there already, also in the bin, are left. */
export function pictureEdits(
  { entity, id: customerId, dossier }: Written,
  lines: readonly number[],
  options: PlanOptions,
): ImportEdit[] {
  const { pictures, policy, batchId, today, language } = options;
  if (!pictures || (dossier && policy === 'skip')) return [];
  const known = new Set(dossier?.attachment.map(({ sha256 }) => sha256));
  return entity.rows.flatMap((row) => {
    const line = lines[row] ?? 0;
    return (pictures.get(line) ?? []).flatMap((picture): ImportEdit[] => {
      if (known.has(picture.sha256)) return [];
      known.add(picture.sha256);
      const id = options.newId();
      const extension = picture.mediaType === 'image/jpeg' ? 'jpg' : picture.mediaType.replace(/^image\/(?:.*\.)?/, '');
      const name = translate(language, 'cards.picture', { name: entity.draft.name.slice(0, 100), extension });
      const origin = { kind: 'import' as const, batchId, row: line };
      return [{ table: 'attachment', id, after: { id, customerId, name, ...picture, addedAt: today, origin } }];
    });
  });
}
