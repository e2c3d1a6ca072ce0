import type { Sentences } from '../catalogue.ts';

/** What is noticed in the rows and cells of a file. */
export const importProblemMessages = {
  'problem.card/cut': [
    '名片不完整：文件在这里断了，没有导入',
    'The card is not complete: the file is cut off here; it was not imported',
  ],
  'problem.card/same-as': [
    '与第 {line} 张是同一位客户，已合在一起',
    'The same customer as card {line}; taken together',
  ],
  'problem.card/repeats': ['与第 {line} 张说的一样', 'Says the same as card {line}'],
  'problem.card/group': ['通讯录里的分组，不是一个人', 'A group of an address book, not somebody'],
  'problem.opening/no-day': [
    '“{column}”是 {value}，没有最近购买的日期：不记期初销售，写进备注',
    '“{column}” is {value} without a day of the last purchase: no opening sale, kept in the note',
  ],
  'problem.opening/no-total': [
    '“{column}”是 {value}，没有累计金额：不记期初销售，写进备注',
    '“{column}” is {value} without a total: no opening sale, kept in the note',
  ],
  'problem.opening/no-sale': [
    '“{column}”里的 {value} 记不成期初销售（小于零，或日期在今天之后），写进备注',
    '{value} in “{column}” makes no opening sale (below zero, or its day lies ahead); kept in the note',
  ],
  'problem.related/unknown': [
    '“{label} {value}”没有对应到一位客户，写进备注',
    '“{label} {value}” matches no single customer; written into the note',
  ],
  'problem.row/total': ['合计行，不是记录', 'A total, not a record'],
  'problem.row/remark': ['表格下面的说明，不是记录', 'A remark below the table, not a record'],
  'problem.row/header-again': ['重复的表头', 'The header printed again'],
  'problem.row/too-short': [
    '这一行的列数不对，少了 {missing} 列',
    'This row is {missing, plural, one {# column} other {# columns}} short',
  ],
  'problem.row/too-long': [
    '这一行多出 {extra} 列，多出的没有导入',
    'This row has {extra, plural, one {# column} other {# columns}} too many, not imported',
  ],
  'problem.row/invalid': ['有内容不合规则（{field}）', 'Something is not valid ({field})'],
  'problem.row/same-as': ['与第 {line} 行是同一位客户，已合在一起', 'The same customer as row {line}; taken together'],
  'problem.row/repeats': ['与第 {line} 行完全相同', 'Exactly the same as row {line}'],
  'problem.cell/error': [
    '“{column}”是表格的错误值 {value}，当作空',
    '“{column}” holds the spreadsheet error {value}; taken as empty',
  ],
  'problem.cell/digits-lost': [
    '“{column}”里的 {value} 被表格变成了科学计数，后几位已丢失，只当作备注',
    '{value} in “{column}” was turned into scientific notation and has lost digits; kept in the note only',
  ],
  'problem.text/too-long': ['“{column}”太长，全文放进备注', '“{column}” is too long; the whole text is in the note'],
  'problem.text/cut': [
    '“{column}”超过 {max} 字，只留下前面的',
    '“{column}” is longer than {max} characters; only its beginning is kept',
  ],
  'problem.choice/unknown': [
    '“{column}”里的“{value}”认不出，原文保留在备注',
    '“{value}” in “{column}” is not known; kept in the note',
  ],
  'problem.date/unreadable': [
    '“{column}”里的“{value}”不是日期，原文保留在备注',
    '“{value}” in “{column}” is no date; kept in the note',
  ],
  'problem.date/future': ['“{column}”里的 {value} 在今天之后', '{value} in “{column}” lies in the future'],
  'problem.birthday/unreadable': [
    '生日“{value}”认不出，原文保留在备注',
    'The birthday “{value}” cannot be read; kept in the note',
  ],
  'problem.source/unknown': [
    '来源“{value}”归入“其他”，原文保留',
    'The source “{value}” counts as “other”; its words are kept',
  ],
  'problem.name/missing': ['没有名称，也没有电话或邮箱', 'No name, and no phone or email either'],
  'problem.name/substituted': ['没有名称，用“{value}”代替', 'No name; “{value}” stands for it'],
  'problem.phone/masked': [
    '号码 {value} 打了星号，无法拨打和比对',
    'The number {value} is masked and cannot be called or compared',
  ],
  'problem.phone/scientific': [
    '号码 {value} 被表格变成了科学计数，后几位已丢失，没有猜',
    'The number {value} was turned into scientific notation and its last digits are lost; they were not guessed',
  ],
  'problem.relation/no-role': ['没有写关系', 'The relation is missing'],
  'problem.relation/unknown-role': [
    '没有“{value}”这种关系；可以先在客户卡片的“关系”里新增',
    'There is no relation “{value}”; add the kind under Relations on a card first',
  ],
  'problem.relation/no-other': ['没有写对方是谁', 'The other one is missing'],
  'problem.relation/no-contact': ['没有联系人“{name}”', 'There is no contact person “{name}”'],
  'problem.relation/self': ['两边是同一位客户', 'Both sides are the same customer'],
  'problem.phone/wrong-length': ['号码 {value} 位数不对', 'The number {value} has the wrong length'],
  'problem.phone/no-area-code': ['号码 {value} 没有区号', 'The number {value} lacks its area code'],
  'problem.phone/no-country-code': [
    '{value} 可能是中国的手机，也可能是德国的：写上 +86 或 +49 就不会认错',
    '{value} may be a Chinese or a German mobile: write +86 or +49 before it',
  ],
  'problem.phone/unassigned': ['号段 {value} 没有启用', 'The number {value} is in no range in use'],
  'problem.phone/unreadable': ['“{value}”不是号码，原样保留', '“{value}” is no number; kept as written'],
  'problem.email/invalid': ['邮箱“{value}”不完整', 'The address “{value}” is not complete'],
  'problem.uscc/invalid': ['信用代码 {value} 校验不对', 'The credit code {value} fails its check digit'],
  'problem.custom/unfit': [
    '“{label}”里的“{value}”不符合字段类型，按原文保留',
    '“{value}” does not fit the type of “{label}” and is kept as it is written',
  ],
  'problem.custom/option': ['“{label}”会新增选项“{value}”', '“{label}” gets the new choice “{value}”'],
  'problem.custom/required': ['还没有填写：{label}', 'Not filled in: {label}'],
  'problem.custom/twin': ['“{label}”与“{name}”相同', 'The same “{label}” as “{name}”'],
  'problem.custom/files': [
    '“{label}”存放文件，不能由列填写；文件请在客户卡片上添加',
    '“{label}” holds files and cannot be filled by a column; add them on the card',
  ],
  'problem.reference/none': [
    '“{label}”：找不到“{value}”，已记入备注；可以写客户编号、全名或电话',
    '“{label}”: nobody is found as “{value}”, which is kept in the note; write the code, the whole name or a phone number',
  ],
  'problem.reference/several': [
    '“{label}”：有多位客户符合“{value}”，已记入备注；请写客户编号',
    '“{label}”: several customers answer to “{value}”, which is kept in the note; write the code',
  ],
  'problem.reference/self': [
    '“{label}”：“{value}”就是这位客户自己，已记入备注',
    '“{label}”: “{value}” is the customer itself; kept in the note',
  ],
  'problem.custom/computed': [
    '“{label}”是公式，自动计算，不能由列填写',
    '“{label}” is a formula; it computes itself and cannot be filled by a column',
  ],
  'problem.referrer/unknown': [
    '介绍人“{value}”找不到，原文保留在备注',
    'The introducer “{value}” was not found; kept in the note',
  ],
  'problem.money/shortened': [
    '“{column}”里的 {value} 只是开头几位，后几位被表格略去；按所示数额读入',
    '{value} in “{column}” is only the first digits of an amount, as a spreadsheet showed it; taken as it stands',
  ],
  'problem.money/foreign': [
    '“{value}”不是{currency}，没有换算，按数字记入',
    '“{value}” is not in {currency}; the number was taken as it stands',
  ],
  'problem.match/shared-phone': [
    '电话、邮箱或微信与“{name}”相同但名字不同，当作两位客户',
    'Shares a phone, email or account with “{name}” under another name; kept as two customers',
  ],
  'problem.match/namesake': ['已有同名的“{name}”，没有合并', 'There is another “{name}”; not merged'],
  'problem.match/numbered-apart': [
    '和“{name}”像是同一位，但客户编号不同，没有合并',
    'Seems to be “{name}”, but under another customer number; not merged',
  ],
  'problem.match/branch': ['与“{name}”像是同一家的不同门店，没有合并', 'Seems another branch of “{name}”; not merged'],
  'problem.match/ambiguous': [
    '有 {count} 位客户都对得上，不知是哪一位',
    '{count} customers fit; there is no telling which',
  ],
  'problem.match/unknown-customer': ['找不到这位客户', 'This customer was not found'],
  'problem.match/no-customer': ['没有写是哪位客户', 'The row does not say which customer'],
  'problem.match/created': ['名单里没有“{name}”，已新建', '“{name}” was in no list and was created'],
  'problem.person/no-name': ['没有写联系人的姓名', 'The name of the contact person is missing'],
  'problem.person/same-as': [
    '与第 {line} 行是同一位联系人，已合在一起',
    'The same contact person as row {line}; taken together',
  ],
  'problem.person/of-person': [
    '“{name}”是个人客户；客户类型改成企业后，卡片上才显示联系人',
    '“{name}” is a person; its card shows contact persons once the type is company',
  ],
  'problem.order/no-date': ['没有日期', 'No date'],
  'problem.order/bad-date': ['“{value}”不是日期', '“{value}” is no date'],
  'problem.order/no-amount': ['没有金额', 'No amount'],
  'problem.order/bad-amount': ['“{value}”不是金额', '“{value}” is no amount'],
  'problem.order/amount-mismatch': [
    '金额 {value} 与数量乘单价不符，以金额为准',
    'The amount {value} is not quantity times price; the amount counts',
  ],
  'problem.order/mixed-customers': ['同一订单号下还有别的客户', 'Another customer stands under the same order number'],
  'problem.order/other-line-failed': [
    '同一订单（{no}）里有一行读不了，整单没有导入',
    'Another line of this order ({no}) cannot be read, so the order was left out',
  ],
  'problem.order/original-unknown': ['原订单 {value} 找不到', 'The original order {value} was not found'],
  'problem.interaction/no-date': ['没有时间', 'No time'],
  'problem.interaction/bad-date': ['“{value}”不是时间', '“{value}” is no time'],
  'problem.interaction/empty': ['没有内容', 'Nothing was written'],
} as const satisfies Sentences;
