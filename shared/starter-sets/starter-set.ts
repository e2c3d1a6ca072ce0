import type { CustomFieldType } from '../domain/custom-field/custom-field.ts';
import type { CustomerKind } from '../domain/customer/customer.ts';
import type { RelationGroup } from '../domain/relation/relation-role.ts';
import type { TagColour } from '../domain/tag/tag.ts';
import type { CustomKey } from '../filter/fields.ts';
import type { FilterGroup } from '../filter/filter.ts';

/** In Chinese and in English: what is made of it is the user's own, in one of the two. */
export type Pair = readonly [zh: string, en: string];

export const trades = ['retail', 'wholesale', 'beauty', 'repair', 'insurance', 'education'] as const;
export type Trade = (typeof trades)[number];

export interface SetField {
  /** Names it within its set. */
  key: string;
  label: Pair;
  type: Exclude<CustomFieldType, 'formula'>;
  options?: readonly Pair[];
  kinds?: readonly CustomerKind[];
  group?: Pair;
  help?: Pair;
}

export interface SetTag {
  key: string;
  name: Pair;
  colour?: TagColour;
}

/** What the lists of a set hang on: its fields and tags as they are in the archive, and its options in the user's language. */
export interface SetNames {
  field: (key: string) => CustomKey;
  tag: (key: string) => string;
  option: (key: string, at: number) => string;
}

export interface SetView {
  name: Pair;
  /** Fields and tags of the set without which there is no such list. */
  needs: readonly string[];
  filter: (names: SetNames) => FilterGroup;
  sort?: (names: SetNames) => { column: string; descending: boolean };
  /** Keys of fields that the list shows besides the usual columns. */
  columns: readonly string[];
}

/** What people of a trade write down about their customers, to begin with. */
export interface StarterSet {
  trade: Trade;
  fields: readonly SetField[];
  tags: readonly SetTag[];
  sources: readonly Pair[];
  industries: readonly Pair[];
  /** What the other one is, and what one is to the other then. */
  kinds: readonly { name: Pair; inverse?: Pair; group?: RelationGroup }[];
  views: readonly SetView[];
}
