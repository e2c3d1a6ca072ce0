import type { Sentences } from '../catalogue.ts';

/** Tags in Settings. */
export const tagMessages = {
  'tags.title': ['标签', 'Tags'],
  'tags.intro': [
    '一位客户可以有任意多个标签。标签可以有自己的字段，例如“展会”的年份和展位。',
    'A customer may have any number of tags. A tag may have fields of its own, such as the year and booth of a fair.',
  ],
  'tags.empty': [
    '还没有标签。在客户卡片上或导入时加上，这里就能统一整理。',
    'No tags yet. Add some on a card or by an import, and tidy them up here.',
  ],
  'tags.new': ['新标签', 'New tag'],
  'tags.search': ['找标签', 'Find a tag'],
  'tags.found': ['{count, number} 个', '{count, plural, one {# tag} other {# tags}}'],
  'tags.more': ['“{tag}”的更多操作', 'More about “{tag}”'],
  'tags.edit': ['编辑', 'Edit'],
  'tags.editOne': ['编辑标签“{tag}”', 'Edit the tag “{tag}”'],
  'tags.name': ['名称', 'Name'],
  'tags.taken': ['已经有这个标签，可以用“合并”', 'There is this tag already; use “Merge”'],
  'tags.renameHint': [
    '{count, number} 位客户的标签会一起改名',
    '{count, plural, one {# customer has} other {# customers have}} it and will show the new name',
  ],
  'tags.colour': ['颜色', 'Colour'],
  'tags.colour.plain': ['无', 'None'],
  'tags.colour.action': ['蓝', 'Blue'],
  'tags.colour.good': ['绿', 'Green'],
  'tags.colour.warn': ['黄', 'Yellow'],
  'tags.colour.seal': ['红', 'Red'],
  'tags.fields': ['标签的字段', 'Fields of the tag'],
  'tags.fieldsHint': [
    '只有带这个标签的客户才有；去掉标签时内容会保留。',
    'Only customers with the tag have them; without the tag their contents are kept.',
  ],
  'tags.saved': ['已保存标签“{tag}”', 'Saved the tag “{tag}”'],
  'tags.merge': ['合并到…', 'Merge into…'],
  'tags.mergeOne': ['把“{tag}”合并到', 'Merge “{tag}” into'],
  'tags.into': ['另一个标签', 'Another tag'],
  'tags.mergeApply': ['合并', 'Merge'],
  'tags.mergeHint': [
    '{count, number} 位客户的“{from}”会变成“{into}”，保存的视图和标签字段也一起过去，内容都保留。可以撤销。',
    '{count, plural, one {# customer} other {# customers}} with “{from}” will have “{into}”; saved views and the fields of the tag go along with all their contents. This can be undone.',
  ],
  'tags.merged': ['已把“{from}”合并到“{into}”', 'Merged “{from}” into “{into}”'],
  'tags.delete': ['删除', 'Delete'],
  'tags.deleted': [
    '已删除标签“{tag}”，从 {count, number} 位客户上去掉',
    'Deleted the tag “{tag}” from {count, plural, one {# customer} other {# customers}}',
  ],
  'tags.fieldsKept': [
    '；{count, number} 个有内容的字段归档在“字段”里',
    '; {count, plural, one {# field with contents is} other {# fields with contents are}} archived under Fields',
  ],

  'field.tag.colour': ['颜色', 'Colour'],
} as const satisfies Sentences;
