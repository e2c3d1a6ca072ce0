import type { Sentences } from '../catalogue.ts';

/** Customers into a file. */
export const exportMessages = {
  'palette.export': ['导出客户', 'Export customers'],
  'exports.open': ['导出…', 'Export…'],
  'exports.openSelected': ['导出所选…', 'Export the selected…'],
  'exports.title': ['导出 {count, number} 位客户', 'Export {count, plural, one {# customer} other {# customers}}'],
  'exports.columns': ['内容', 'Content'],
  'exports.columns.list': ['列表里的列', 'List columns'],
  'exports.columns.every': ['所有资料', 'Everything'],
  'exports.hint.list': ['和列表里看到的一样：{columns}。', 'As the list shows them: {columns}.'],
  'exports.columns.contacts': ['联系人', 'Contact persons'],
  'exports.hint.contacts': [
    '这些客户的联系人，每人一行：客户、姓名、角色、职位、电话、邮箱、账号、生日；以后可以原样导入回来。',
    'The contact persons of these customers, a row each: customer, name, role, title, phones, mails, accounts, birthday; the file can be imported again.',
  ],
  'exports.contactsName': ['联系人 {day}', 'Contact persons {day}'],
  'exports.contactsSheet': ['联系人', 'Contact persons'],
  'exports.contactsSaved': [
    '已把 {count, number} 位联系人存到 {name}',
    '{count, plural, one {# contact person} other {# contact persons}} saved in {name}',
  ],
  'exports.noContacts': ['这些客户没有联系人可以导出', 'These customers have no contact persons to export'],
  'exports.hint.every': [
    '每项资料一列，还有标签、自定义字段和分类；以后可以原样导入回来。',
    'A column for each fact, tags, fields of your own and classes; the file can be imported again.',
  ],
  'exports.hint.vcf': [
    '每位客户一张名片：姓名、公司、电话、邮箱、地址、生日，给手机通讯录用。',
    'A card for each customer: name, company, phones, mails, addresses, birthday, for the address book of a phone.',
  ],
  'exports.format': ['存成', 'Save as'],
  'exports.format.xlsx': ['Excel 工作簿', 'Excel workbook'],
  'exports.format.csv': ['CSV', 'CSV'],
  'exports.format.vcf': ['通讯录 vCard', 'vCard'],
  'exports.unsealed': [
    '导出的文件没有加密，谁拿到都能看。用完请删掉或放到安全的地方。',
    'The file is not encrypted: whoever has it can read it. Delete it after use or keep it somewhere safe.',
  ],
  'exports.comma': ['、', ', '],
  'exports.run': ['导出', 'Export'],
  'exports.reading': ['正在整理', 'Gathering customers'],
  'exports.writing': ['正在写文件', 'Writing the file'],
  'exports.name': ['客户 {day}', 'Customers {day}'],
  'exports.sheet': ['客户', 'Customers'],
  'exports.saved': [
    '已把 {count, number} 位客户存到 {name}',
    '{count, plural, one {# customer} other {# customers}} saved in {name}',
  ],
  'exports.none': ['列表里没有客户可以导出', 'There are no customers in the list to export'],
  'exports.label': ['{field} 说明', '{field} - Label'],
  'exports.address': ['地址', 'Address'],
  'exports.fax': ['传真', 'Fax'],
  'exports.contacts': ['全部联系人', 'Contact people'],
  'exports.class': ['分类：{dimension}', 'Class: {dimension}'],
  'exports.figure': ['统计：{figure}', 'Figure: {figure}'],
} as const satisfies Sentences;
