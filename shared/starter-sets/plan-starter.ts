import type { CustomField } from '../domain/custom-field/custom-field.ts';
import { sources } from '../domain/customer/customer.ts';
import { emptyLayout, type ListView } from '../domain/list-view/list-view.ts';
import type { RelationKind } from '../domain/relation-kind/relation-kind.ts';
import type { RecordOf } from '../domain/tables.ts';
import type { Tag } from '../domain/tag/tag.ts';
import type { Word } from '../domain/word/word.ts';
import { customKey } from '../filter/fields.ts';
import { languages, type Language } from '../i18n/catalogue.ts';
import { translate } from '../i18n/translate.ts';
import { compactText } from '../match/text.ts';
import { codeName } from '../words/coded-words.ts';
import type { Pair, SetField, SetNames, SetView, StarterSet } from './starter-set.ts';

export const partKinds = ['field', 'tag', 'view', 'source', 'industry', 'kind'] as const;
export type PartKind = (typeof partKinds)[number];

/** One thing that a set brings. */
export interface StarterPart {
  id: string;
  kind: PartKind;
  name: string;
  /** The choices of a field, the other side of a kind of relation. */
  detail: string;
  /** The archive has one that is called so. */
  isThere: boolean;
  /** Parts without which it is nothing. */
  needs: string[];
}

/** What the archive has of its own, without what was deleted. */
export interface OwnThings {
  fields: readonly CustomField[];
  tags: readonly Tag[];
  words: readonly Word[];
  kinds: readonly RelationKind[];
  views: readonly ListView[];
}

const tables = { field: 'customField', tag: 'tag', kind: 'relationKind', view: 'listView', word: 'word' } as const;
type StarterTable = (typeof tables)[keyof typeof tables];

/** A record to be made. */
export type StarterRecord = {
  [T in StarterTable]: {
    table: T;
    id: string;
    after: Omit<RecordOf<T>, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'>;
  };
}[StarterTable];

function sayIn(language: Language): (pair: Pair) => string {
  return ([zh, en]) => (language === 'zh-CN' ? zh : en);
}

/** Whether one of the names is that of the pair, in either language. */
function isCalled(pair: Pair, ...names: readonly (string | undefined)[]): boolean {
  const wanted = pair.map(compactText);
  return names.some((name) => name !== undefined && wanted.includes(compactText(name)));
}

const fieldLike = ({ label }: SetField, { fields }: OwnThings) =>
  fields.find((field) => field.tagId === undefined && isCalled(label, field.label));
const tagLike = (name: Pair, { tags }: OwnThings) => tags.find((tag) => isCalled(name, tag.name));

function hasSource(name: Pair, { words }: OwnThings): boolean {
  const own = words.filter((word) => word.list === 'source').map(({ key }) => key);
  return [...sources, ...own].some((key) =>
    languages.some((language) =>
      isCalled(
        name,
        codeName('source', key, words, (message) => translate(language, message)),
      ),
    ),
  );
}

/** What a set would bring, and what of it is there already. */
export function starterParts(set: StarterSet, language: Language, own: OwnThings): StarterPart[] {
  const say = sayIn(language);
  const part = (kind: PartKind, id: string, name: Pair, isThere: boolean, detail = '', needs: string[] = []) => ({
    id: `${kind}:${id}`,
    kind,
    name: say(name),
    detail,
    isThere,
    needs,
  });
  const comma = language === 'zh-CN' ? '、' : ', ';
  return [
    ...set.fields.map((field) =>
      part(
        'field',
        field.key,
        field.label,
        fieldLike(field, own) !== undefined,
        (field.options ?? []).map(say).join(comma),
      ),
    ),
    ...set.tags.map(({ key, name }) => part('tag', key, name, tagLike(name, own) !== undefined)),
    ...set.views.map(({ name, needs }) => {
      const isThere = own.views.some((view) => isCalled(name, view.name));
      return part(
        'view',
        name[1],
        name,
        isThere,
        '',
        needs.map((key) => idOfNeed(set, key)),
      );
    }),
    ...set.sources.map((name) => part('source', name[1], name, hasSource(name, own))),
    ...set.industries.map((name) => {
      const isThere = own.words.some((word) => word.list === 'industry' && isCalled(name, word.key, word.name));
      return part('industry', name[1], name, isThere);
    }),
    ...set.kinds.map(({ name, inverse }) => {
      const isThere = own.kinds.some((kind) => isCalled(name, kind.name, kind.inverseName));
      return part('kind', name[1], name, isThere, inverse === undefined ? '' : say(inverse));
    }),
  ];
}

function idOfNeed({ fields }: StarterSet, key: string): string {
  return fields.some((field) => field.key === key) ? `field:${key}` : `tag:${key}`;
}

/**
 * The records that the chosen parts come to, in the language in which the user works; nothing for what is there already. A list comes
 * only with what it asks for, be it there or chosen, and of the kind that it asks.
 */
export function starterRecords(
  set: StarterSet,
  language: Language,
  own: OwnThings,
  chosen: ReadonlySet<string>,
  newId: () => string,
): StarterRecord[] {
  const say = sayIn(language);
  const wanted = new Set(
    starterParts(set, language, own)
      .filter(({ id, isThere }) => !isThere && chosen.has(id))
      .map(({ id }) => id),
  );
  const records: StarterRecord[] = [];
  const ids = new Map<string, string>();
  const placeAfter = (list: readonly { place?: number | undefined }[]) =>
    list.reduce((last, { place = 0 }) => Math.max(last, place), 0);

  const lastField = placeAfter(own.fields);
  set.fields.forEach((field, at) => {
    const there = fieldLike(field, own);
    if (there?.type === field.type && there.archived !== true) ids.set(field.key, there.id);
    if (!wanted.has(`field:${field.key}`)) return;
    const id = newId();
    ids.set(field.key, id);
    const { label, type, options = [], kinds, group, help } = field;
    const after = {
      id,
      label: say(label),
      type,
      options: options.map(say),
      place: lastField + at + 1,
      ...(kinds && { kinds: [...kinds] }),
      ...(group && { group: say(group) }),
      ...(help && { help: say(help) }),
    };
    records.push({ table: 'customField', id, after });
  });
  for (const { key, name, colour } of set.tags) {
    const id = tagLike(name, own)?.id ?? (wanted.has(`tag:${key}`) ? newId() : undefined);
    if (id !== undefined) ids.set(key, id);
    if (id === undefined || !wanted.has(`tag:${key}`)) continue;
    records.push({ table: 'tag', id, after: { id, name: say(name), ...(colour && { colour }) } });
  }
  for (const name of set.sources.filter((each) => wanted.has(`source:${each[1]}`))) {
    const id = newId();
    records.push({ table: 'word', id, after: { id, list: 'source', key: `own:${id}`, name: say(name) } });
  }
  for (const name of set.industries.filter((each) => wanted.has(`industry:${each[1]}`))) {
    const id = newId();
    records.push({ table: 'word', id, after: { id, list: 'industry', key: say(name) } });
  }
  for (const { name, inverse, group } of set.kinds.filter((each) => wanted.has(`kind:${each.name[1]}`))) {
    const id = newId();
    const after = { id, name: say(name), ...(inverse && { inverseName: say(inverse) }), ...(group && { group }) };
    records.push({ table: 'relationKind', id, after });
  }
  const lastView = placeAfter(own.views);
  set.views.forEach((view, at) => {
    if (!wanted.has(`view:${view.name[1]}`) || !view.needs.every((key) => ids.has(key))) return;
    const id = newId();
    records.push({
      table: 'listView',
      id,
      after: { id, place: lastView + at + 1, ...viewOf(view, namesOf(set, ids, say), ids, say) },
    });
  });
  return records;
}

function namesOf({ fields }: StarterSet, ids: ReadonlyMap<string, string>, say: (pair: Pair) => string): SetNames {
  return {
    field: (key) => customKey(ids.get(key) ?? ''),
    tag: (key) => ids.get(key) ?? '',
    option: (key, at) => {
      const option = fields.find((field) => field.key === key)?.options?.[at];
      return option === undefined ? '' : say(option);
    },
  };
}

function viewOf(view: SetView, names: SetNames, ids: ReadonlyMap<string, string>, say: (pair: Pair) => string) {
  const sort = view.sort?.(names);
  const shown = view.columns.filter((key) => ids.has(key)).map((key) => [names.field(key), true] as const);
  return {
    name: say(view.name),
    filter: view.filter(names),
    sort: sort ? [sort] : [],
    layout: { ...emptyLayout, shown: Object.fromEntries(shown) },
  };
}
