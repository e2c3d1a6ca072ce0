import type { Sentences } from '../catalogue.ts';

/** The Data screen: bringing files in. */
export const dataMessages = {
  'data.relations.title': ['导出关系', 'Export relations'],
  'data.relations.intro': [
    '客户之间的关系存成一个表格：客户、关系、对方、起止、备注。改好后可以再导入，已有的不会重复。',
    'How customers stand to each other, as a table: customer, relation, other, from and until, note. It can be imported again; what is there already is not doubled.',
  ],
  'data.relations.save': ['存成 CSV', 'Save as CSV'],
  'data.relations.none': ['还没有记录关系', 'No relations yet'],
  'data.relations.name': ['客户关系 {day}.csv', 'relations {day}.csv'],
  'data.relations.saved': [
    '已把 {count, number} 条关系存到 {name}',
    'Saved {count, plural, one {# relation} other {# relations}} as {name}',
  ],
  'data.drop.title': ['把文件拖到这里，或选一个文件', 'Drop a file here, or choose one'],
  'data.drop.text': [
    '客户名单、联系人、订单、联系记录或关系：CSV、TXT、XLSX、XLS；手机和邮箱的通讯录：vCard（.vcf）。编码、表头和列名会自动认，导入前都能看到，导入后可以整批撤销。从表格里复制的行也可以直接粘贴进来。客户名单也可以只拿来和档案对比。',
    'A list of customers, contact persons, orders, contacts logged or relations: CSV, TXT, XLSX or XLS; the address book of a phone or mailbox: vCard (.vcf). Encoding, header and columns are found for you; you see everything before it comes in, and the whole import can be undone. Rows copied from a spreadsheet can be pasted here too. A list of customers can also just be compared with the archive.',
  ],
  'data.pasted': ['粘贴的表格', 'Pasted rows'],
  'data.drop.choose': ['选择文件…', 'Choose a file…'],
  'data.practice': ['练习店铺', 'Practice shop'],
  'data.practice.text': [
    '虚构的五金家居店：八百多位客户、两年订单和联系记录。先在这里试手，不满意可以撤销。',
    'An invented hardware shop: 800 customers, two years of orders and contacts. Try things out here; it can be undone.',
  ],
  'data.practice.start': ['装入练习店铺', 'Load the practice shop'],
  'data.practice.running': ['正在装入 {file}', 'Loading {file}'],
  'data.practice.done': ['练习店铺已装好', 'The practice shop is ready'],
  'data.practice.filled': [
    '档案里已经有客户，练习数据不会混进来。',
    'There are customers here already, so practice data is kept out.',
  ],
  'data.receipts': ['导入过的文件', 'Files imported before'],
  'data.receipts.none': ['还没有导入过文件。', 'No file has been imported yet.'],
  'data.receipt.line': [
    '读了 {rowsRead, number} {unit, select, card {张} other {行}}：新建 {created, number} · 更新 {updated, number} · 跳过 {skipped, number} · 失败 {failed, number}',
    '{unit, select, card {{rowsRead, plural, one {# card} other {# cards}}} other {{rowsRead, plural, one {# row} other {# rows}}}} read: {created, number} created · {updated, number} updated · {skipped, number} skipped · {failed, number} failed',
  ],

  'data.stage.read': ['读取文件', 'Reading the file'],
  'data.stage.check': ['检查每一行', 'Checking each row'],
  'data.stage.plan': ['与档案比对', 'Comparing with the archive'],
  'data.stage.write': ['写入档案', 'Writing'],
  'data.cancel': ['取消', 'Cancel'],

  'data.preview.title': ['看一看对不对', 'See whether it is right'],
  'data.preview.rows': [
    '{count, number} {unit, select, card {张名片} other {行}}',
    '{unit, select, card {{count, plural, one {# card} other {# cards}}} other {{count, plural, one {# row} other {# rows}}}}',
  ],
  'data.preview.kind': ['这是什么', 'What this is'],
  'data.preview.delimiter': ['分隔符', 'Separator'],
  'data.preview.delimiter.,': ['逗号 ,', 'Comma ,'],
  'data.preview.delimiter.;': ['分号 ;', 'Semicolon ;'],
  'data.preview.delimiter.\t': ['制表符', 'Tab'],
  'data.preview.delimiter.|': ['竖线 |', 'Pipe |'],
  'data.preview.delimiter.，': ['中文逗号 ，', 'Chinese comma ，'],
  'data.preview.encoding': ['文字编码', 'Encoding'],
  'data.preview.encodingUnsure': [
    '编码是猜的，请看看下面的字对不对。',
    'The encoding was guessed; see whether the text below reads right.',
  ],
  'data.preview.sheet': ['工作表', 'Sheet'],
  'data.preview.header': ['列名在第几行', 'Row with the column names'],
  'data.preview.noHeader': ['没有列名', 'No column names'],
  'data.preview.headerRow': ['第 {line} 行：{cells}', 'Row {line}: {cells}'],
  'data.preview.columns': ['列', 'Columns'],
  'data.preview.column': ['文件里的列', 'Column in the file'],
  'data.preview.target': ['导入为', 'Imported as'],
  'data.preview.samples': ['例如', 'For example'],
  'data.preview.notImported': [
    '{count} 列不导入：{columns}',
    '{count, plural, one {# column is} other {# columns are}} not imported: {columns}',
  ],
  'data.opening': ['记成期初销售', 'Make opening sales of them'],
  'data.opening.text': [
    '“{date}”和“{total}”变成每位客户的一笔销售：日期是最近一次购买，金额是累计，标明是期初。这样价值和生命周期从今天就准；更早的日子不知道，所以不算购买节奏。同一个文件再导入不会加两次，撤销导入也一起撤销。',
    '“{date}” and “{total}” become one sale for each customer, dated at the last purchase, over the total, and marked as an opening sale. So value and life cycle are right from today; the days before are not known and say nothing of the rhythm. The same file never adds it twice, and undoing the import takes it back.',
  ],
  'data.opening.off': [
    '关掉的话，“{date}”和“{total}”只作为自定义字段保存，分类里这些客户像是从没买过。',
    'Without it, “{date}” and “{total}” are only kept as custom fields, and the classes take these customers for people who never bought.',
  ],
  'data.preview.emptyColumns': [
    '另有 {count} 列是空的',
    '{count, plural, one {# more column is} other {# more columns are}} empty',
  ],
  'data.mend.open': ['改这一行…', 'Put right…'],
  'data.mend.save': ['改好了', 'Take it so'],
  'data.mend.broughtBack': [
    '上次改好的 {count, number} 格都在，还没有导入。',
    '{count, plural, one {The cell} other {All # cells}} you put right before {count, plural, one {is} other {are}} here, not imported yet.',
  ],
  'data.mend.leftOff': [
    '“{file}”里有改好的格子，还没有导入。再选一次这个文件，就从上次停下的地方接着来。',
    'You put cells of {file} right and did not import it. Choose that file again to go on from there.',
  ],
  'data.mend.hint': [
    '只改要导入的内容，原来的文件不变。',
    'This changes what is imported; the file itself stays as it is.',
  ],
  'data.preview.understood': ['读出来是这样', 'Understood as'],
  'data.preview.line': ['行', 'Row'],
  'data.preview.customTarget': ['自定义字段“{label}”', 'Custom field “{label}”'],

  'data.problems': ['注意到的问题', 'What was noticed'],
  'data.problems.none': ['没有发现问题。', 'Nothing unusual.'],
  'data.problem.rows': ['{count} 处', '{count, plural, one {# place} other {# places}}'],
  'data.problem.line': [
    '第 {line} {unit, select, card {张} other {行}}',
    '{unit, select, card {Card} other {Row}} {line}',
  ],
  'data.problem.error': ['不能导入', 'Not importable'],
  'data.problem.skip': ['不是记录', 'Not a record'],
  'data.problem.warning': ['提醒', 'Note'],
  'data.duplicatePeople': [
    '{count} 行与前面的行是同一位联系人',
    '{count, plural, one {# row is} other {# rows are}} about a contact person of an earlier row',
  ],
  'data.duplicateRows': [
    '{count} {unit, select, card {张与前面的名片} other {行与前面的行}}是同一位客户',
    '{unit, select, card {{count, plural, one {# card is} other {# cards are}} of a customer of an earlier card} other {{count, plural, one {# row is} other {# rows are}} about a customer of an earlier row}}',
  ],

  'data.policy': ['已经在档案里的客户', 'Customers already in the archive'],
  'data.policyHint': [
    '电话相同且名字相符，才算同一位。名字不同的共用号码不会合并。',
    'Same phone and a matching name make the same customer; a shared phone with another name is never merged.',
  ],
  'data.policyContacts': ['已经在档案里的联系人', 'Contact persons already in the archive'],
  'data.policyContactsHint': [
    '同一客户下姓名相同，才算同一位；有几位同名的，看电话、邮箱和账号。',
    'The same name at the same customer makes the same person; among namesakes phones, emails and accounts decide.',
  ],
  'data.check': ['先算一遍', 'Try it out'],
  'data.plan.title': ['导入之后会这样', 'This is what would happen'],
  'data.plan.created': ['新建', 'Created'],
  'data.plan.updated': ['更新', 'Updated'],
  'data.plan.skippedAs': ['跳过的：{reasons}', 'Skipped: {reasons}'],
  'data.plan.skipped': ['跳过', 'Skipped'],
  'data.plan.failed': ['失败', 'Failed'],
  'data.plan.newCustomers': [
    '其中新客户 {count, number} 位',
    '{count, plural, one {# new customer} other {# new customers}}',
  ],
  'data.plan.nothing': [
    '没有要写入的内容：这些{unit, select, card {名片} other {行}}都已经在档案里了。',
    'Nothing to write: all of these {unit, select, card {cards} other {rows}} are in the archive already.',
  ],
  'data.import': ['导入', 'Import'],
  'data.back': ['返回修改', 'Back'],
  'data.other': ['换一个文件', 'Another file'],
  'data.saveFailed': ['把失败的行存成文件', 'Save the failed rows'],
  'data.failedName': ['{name}-失败的行.csv', '{name}-failed-rows.csv'],
  'data.failedSaved': ['已保存为 {name}', 'Saved as {name}'],

  'data.done.title': ['导入完成', 'Imported'],
  'data.done.text': [
    '{file}：读了 {rows, number} {unit, select, card {张，每一张} other {行，每一行}}都有着落。',
    '{file}: {unit, select, card {{rows, plural, one {# card} other {# cards}}} other {{rows, plural, one {# row} other {# rows}}}} read, and every one is accounted for.',
  ],
  'data.left': ['没有带进来的：{columns}', 'Left behind: {columns}'],
  'data.left.column': ['{header}（{count} 处）', '{header} ({count})'],
  'data.pictures': [
    '{count} 张照片放进客户的文件',
    '{count, plural, one {# photo goes} other {# photos go}} to the files of the customers',
  ],
  'data.done.show': ['查看客户', 'Show the customers'],
  'data.done.toast': ['已导入 {file}', '{file} imported'],
} as const satisfies Sentences;
