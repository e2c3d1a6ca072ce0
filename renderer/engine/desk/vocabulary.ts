import type { Reason } from '#shared/changes/reasons.ts';
import type { RetypeWords } from '#shared/custom-fields/retype.ts';
import type { FieldShape } from '#shared/custom-fields/values.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { customKey, type FilterField } from '#shared/filter/fields.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { Rewrite } from '#shared/rewrite/rewrite.ts';
import type { Committed, Edit, RetypePreview, VocabularyApi } from '../api.ts';
import { previewRetype, rewriteEdits } from '../archive/edits/rewrite-edits.ts';
import type { Asynchronous } from '../client-types.ts';
import { draftOf } from '../draft-of.ts';
import { countFilled, countValues, customersWith, holdersOf, twinsOf } from '../index/filter/value-use.ts';
import type { Desk } from './desk.ts';

export function vocabulary(desk: Desk): Asynchronous<VocabularyApi> {
  const load = (ids: readonly string[]) => desk.dossiers(ids);

  const fieldOf = (id: string): CustomField =>
    desk
      .opened()
      .archive.catalogue.list('customField')
      .find((field) => field.id === id) ?? failWith('archive/not-found');

  const wordsIn = (language: Language): RetypeWords => ({
    today: desk.opened().keeper.todayText,
    currency: desk.index.columns.currency,
    language,
    yes: translate(language, 'fields.yes'),
    no: translate(language, 'fields.no'),
    nameOf: (id) => desk.index.columns.nameOf(id),
  });

  const preview = (field: CustomField, to: FieldShape, language: Language): Promise<RetypePreview> =>
    previewRetype(field, to, wordsIn(language), customersWith(desk.index.columns, customKey(field.id)), load);

  const commitRewrite = async (rewrites: Rewrite[], reason: Reason, besides: Edit[]): Promise<Committed> => {
    const { archive, precautions } = desk.opened();
    const ids = new Set(rewrites.flatMap((rewrite) => customersWith(desk.index.columns, ...meant(rewrite))));
    const edits = [...besides, ...(await rewriteEdits(rewrites, [...ids], archive.catalogue.list('listView'), load))];
    await precautions.beforeCommit(reason, edits);
    return desk.committed(await archive.commit(reason, async () => edits), reason);
  };

  return {
    async keptWords() {
      return [...desk.opened().archive.catalogue.kept('word')];
    },

    async fieldUse(fields) {
      return fields.map((field) => countFilled(desk.index.columns, field));
    },

    async valueUse(field) {
      return countValues(desk.index.columns, field);
    },

    async twins(field, id) {
      await desk.opened().keeper.ready();
      return twinsOf(desk.index.columns, field, id);
    },

    async holders(field, values) {
      await desk.opened().keeper.ready();
      return holdersOf(desk.index.columns, field, values);
    },

    async computed(id) {
      const { columns, ownFields, today } = desk.index;
      const index = columns.indexOf(id);
      return index < 0 ? {} : Object.fromEntries(ownFields.computedOf(index, today));
    },

    async tryFormula(fieldId, formula) {
      const { ownFields, today } = desk.index;
      const fields = desk.opened().archive.catalogue.list('customField');
      return ownFields.tryOut({ fields, fieldId, formula, today });
    },

    async previewRetype(fieldId, to, language) {
      return preview(fieldOf(fieldId), to, language);
    },

    async commitRetype(fieldId, to, language) {
      const field = fieldOf(fieldId);
      const { options } = await preview(field, to, language);
      const shape = { type: to.type, options };
      const edit: Edit = {
        table: 'customField',
        id: fieldId,
        after: { ...draftOf(field), ...shape },
        seen: field.version,
      };
      const rewrite: Rewrite = { kind: 'retype', fieldId, from: field, to: shape, words: wordsIn(language) };
      return commitRewrite([rewrite], 'field/retype', [edit]);
    },

    commitRewrite,
  };
}

/** The field a rewrite is about, and which of its values. */
function meant(rewrite: Rewrite): [field: FilterField, isMeant?: (value: string) => boolean] {
  if (rewrite.kind === 'retype') return [customKey(rewrite.fieldId)];
  if (rewrite.kind === 'join-fields') return [customKey(rewrite.fromId)];
  return [rewrite.field, (value) => Object.hasOwn(rewrite.renames, value)];
}
