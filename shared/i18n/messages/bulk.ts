import type { Sentences } from '../catalogue.ts';

/** Many customers at once: selecting, changing, copying and pasting. */
export const bulkMessages = {
  'bulk.selected': ['已选 {count, number} 位', '{count, number} selected'],
  'bulk.sum.revenue': ['近一年 {amount}', 'past year {amount}'],
  'bulk.sum.purchases': ['购买 {count, number} 次', '{count, plural, one {# purchase} other {# purchases}}'],
  'bulk.sum.overdue': ['逾期 {count, number}', '{count, number} overdue'],
  'bulk.outside': ['{count, number} 位不在列表里', '{count, number} not in this list'],
  'bulk.keepListed': ['只留列表里的', 'Keep those listed'],
  'bulk.clear': ['取消选择', 'Clear selection'],
  'bulk.edit': ['批量修改', 'Edit'],
  'bulk.tag': ['标签', 'Tags'],
  'bulk.plan': ['安排跟进', 'Plan follow-up'],
  'bulk.stop': ['停止', 'Stop'],
  'bulk.mayStop': ['还没有写入，可以停止', 'Nothing is written yet: it can be stopped'],
  'bulk.mayNotStop': [
    '正在作为一步写入，不能中断；写完后可以撤销。关掉这个窗口也会继续写',
    'It is being written as one step and cannot be interrupted; afterwards it can be undone. It goes on when this window is closed',
  ],
  'bulk.stopped': ['已停止，什么都没有改', 'Stopped. Nothing was changed'],
  'bulk.preparing': ['核对每一条记录', 'Checking every record'],
  'bulk.delete': ['移到回收站', 'Move to the bin'],
  'bulk.copy': ['复制', 'Copy'],
  'bulk.title.set': ['批量修改 {count, number} 位', 'Edit {count, plural, one {# customer} other {# customers}}'],
  'bulk.title.tag': ['添加或去掉标签', 'Add or remove a tag'],
  'bulk.title.follow-up': ['安排下次跟进', 'Plan the next follow-up'],
  'bulk.title.delete': ['移到回收站', 'Move to the bin'],
  'bulk.title.paste': ['粘贴', 'Paste'],
  'bulk.field': ['改哪一项', 'Field'],
  'bulk.value': ['改成', 'New value'],
  'bulk.valueHint': ['留空就是清除', 'Leave empty to clear it'],
  'bulk.tagAction': ['怎样', 'What to do'],
  'bulk.addTag': ['添加', 'Add'],
  'bulk.removeTag': ['去掉', 'Remove'],
  'bulk.tagName': ['标签', 'Tag'],
  'bulk.newTag': ['新标签的名称', 'Name of a new tag'],
  'bulk.due': ['哪天', 'Due'],
  'bulk.followUpTitle': ['做什么', 'What to do'],
  'bulk.preview': [
    '{changing, number} 位会改变{same, plural, =0 {} other {，# 位已经是这样}}{failing, plural, =0 {} other {，# 位不能改}}',
    '{changing, number} will change{same, plural, =0 {} other {, # already so}}{failing, plural, =0 {} other {, # cannot}}',
  ],
  'bulk.previewBin': [
    '{changing, number} 位会移到回收站，随时可以放回{same, plural, =0 {} other {；# 位已经在里面}}{failing, plural, =0 {} other {；# 位不能移}}',
    '{changing, plural, one {# customer} other {# customers}} will go to the bin and can be put back{same, plural, =0 {} other {; # there already}}{failing, plural, =0 {} other {; # cannot}}',
  ],
  'bulk.previewCells': [
    '{changing, number} 格会改变{same, plural, =0 {} other {，# 格已经是这样}}{failing, plural, =0 {} other {，# 格不能改}}',
    '{changing, plural, one {# cell} other {# cells}} will change{same, plural, =0 {} other {, # already so}}{failing, plural, =0 {} other {, # cannot}}',
  ],
  'bulk.problem': ['{count, number}：{reason}（如 {first}）', '{count, number}: {reason} (such as {first})'],
  'bulk.problemCells': [
    '“{field}”有 {count, number} 格不能改：{reason}（如 {first}：{text}）',
    '“{field}”, {count, plural, one {# cell} other {# cells}}: {reason} (such as {first}: {text})',
  ],
  'bulk.problem.inBin': ['在回收站里', 'in the bin'],
  'bulk.problem.noField': ['这一列不能这样填', 'this column cannot be filled this way'],
  'bulk.problem.noChoice': ['没有这个选项', 'no such choice'],
  'bulk.problem.error': [
    '表格里是错误值，或列太窄没有显示出来；请在表格里改好或拉宽，重新复制',
    'the spreadsheet shows an error there, or a column too narrow to show it; mend or widen it and copy again',
  ],
  'bulk.problem.shortened': [
    '表格只显示了开头几位，后几位已丢失；请把那一列设为文本或拉宽，重新复制',
    'the spreadsheet shows only its first digits; make that column text or wider and copy again',
  ],
  'bulk.problem.gone': ['客户已不在', 'customer is gone'],
  'bulk.warning.required': [
    '{count, number} 位的“{field}”会空着，这一项最好填写（如 {first}）',
    '“{field}” should be filled in and would be empty for {count, plural, one {# customer} other {# customers}} (such as {first})',
  ],
  'bulk.warning.unique': [
    '{count, number} 位的“{field}”会与别的客户相同（如 {first}）',
    '“{field}” would be the same as that of others for {count, plural, one {# customer} other {# customers}} (such as {first})',
  ],
  'bulk.exampleChange': ['{name}：{before} → {after}', '{name}: {before} → {after}'],
  'bulk.exampleMore': ['还有 {count, number} 项', 'and {count, number} more'],
  'bulk.empty': ['（空）', '(empty)'],
  'bulk.apply': [
    '{count, plural, =0 {修改} other {修改 # 位}}',
    '{count, plural, =0 {Change} one {Change # customer} other {Change # customers}}',
  ],
  'bulk.applyPlan': [
    '{count, plural, =0 {安排} other {安排 # 位}}',
    '{count, plural, =0 {Plan} one {Plan for # customer} other {Plan for # customers}}',
  ],
  'bulk.planned': [
    '已给 {count, number} 位客户安排跟进',
    'Follow-up planned for {count, plural, one {# customer} other {# customers}}',
  ],
  'bulk.applyDelete': [
    '{count, plural, =0 {移走} other {移走 # 位}}',
    '{count, plural, =0 {Move} one {Move # customer} other {Move # customers}}',
  ],
  'bulk.applyCells': [
    '{count, plural, =0 {粘贴} other {粘贴 # 格}}',
    '{count, plural, =0 {Paste} one {Paste # cell} other {Paste # cells}}',
  ],
  'bulk.done': ['已修改 {count, number} 位客户', '{count, plural, one {# customer} other {# customers}} changed'],
  'bulk.deleted': [
    '{count, number} 位已移到回收站',
    '{count, plural, one {# customer} other {# customers}} in the bin',
  ],
  'bulk.copying': ['正在复制…', 'Copying…'],
  'bulk.copyReady': [
    '{rows, number} 行已经备好，再按一次就复制',
    '{rows, plural, one {# row is} other {# rows are}} ready; press once more to copy',
  ],
  'bulk.copied': [
    '已复制 {rows, number} 行，可以粘贴到表格',
    '{rows, plural, one {# row} other {# rows}} copied for a spreadsheet',
  ],
  'bulk.copiedCells': [
    '已复制 {rows, number} 行 × {columns, number} 列',
    '{rows, number} × {columns, number} cells copied',
  ],
  'bulk.title.clear': ['清空格子', 'Empty the cells'],
  'bulk.applyClear': [
    '{count, plural, =0 {清空} other {清空 # 格}}',
    '{count, plural, =0 {Empty} one {Empty # cell} other {Empty # cells}}',
  ],
  'bulk.cleared': ['已清空{column}', '{column} emptied'],
  'bulk.pasteNowhere': [
    '先选中一格，再粘贴；要加新客户，请到“数据”里粘贴',
    'Choose a cell first, then paste; new customers are pasted under Data',
  ],
  'bulk.pasteAsNew': ['作为名单导入', 'Import as a list'],
  'bulk.pasteSize': [
    '{rows, number} 行 × {columns, number} 列，从 {name} 的“{column}”开始',
    '{rows, number} × {columns, number} cells, starting at {column} of {name}',
  ],
  'bulk.pasteHeading': ['；第一行是列名，不会粘贴', '; the headings in its first row are left out'],
  'bulk.pasteTooMany': [
    '超过 {count, number} 格，什么也没有粘贴；这么多请到“数据”里粘贴',
    'More than {count, number} cells: nothing was pasted. Paste so many under Data',
  ],
  'bulk.rowsBeyond': [
    '最后一位客户之后的 {count, number} 行放不下，不会粘贴',
    '{count, plural, one {# row lies} other {# rows lie}} below the last customer and will not be pasted',
  ],
  'bulk.pasteAndBring': ['先粘贴，再把放不下的作为新客户导入', 'Paste, then import the rest as new customers'],
  'bulk.bringLeft': ['把放不下的作为新客户导入', 'Import them as new customers'],
  'bulk.columnsBeyond': [
    '最右一列之后的 {count, number} 列放不下，不会粘贴',
    '{count, plural, one {# column lies} other {# columns lie}} beyond the last one and will not be pasted',
  ],
  'bulk.working': ['正在核对…', 'Checking…'],
} as const satisfies Sentences;
