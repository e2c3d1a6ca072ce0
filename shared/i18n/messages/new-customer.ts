import type { Sentences } from '../catalogue.ts';

/** The line of a new customer, and what was understood in it. */
export const newCustomerMessages = {
  'new.title': ['新客户', 'New customer'],
  'new.long': [
    '前 {count, number} 个字拆成各项资料，后面的整段放进备注。',
    'The first {count, number} characters are read for details; the rest goes into the note as it stands.',
  ],
  'new.line': [
    '写成一行，或把名片、签名、聊天粘贴进来',
    'Type it in one line, or paste a card, a signature or a message',
  ],
  'new.example': [
    '张三 13800138000 @永兴五金 #展会 农历八月十五 下周二回访',
    'Jane Doe +1 202 555 0143 @Acme #fair birthday 3 May call next Tuesday',
  ],
  'new.hint': [
    '@公司　#标签　生日、地址、微信、“下周二回访”都认得；认不出的记作备注。',
    '@company, #tag, birthday, address, “call next Tuesday” are understood; anything else becomes a note.',
  ],
  'new.noName': [
    '还没有认出名字。补上一个，或者点开哪一部分，改成客户名称。',
    'No name found yet. Type one, or press the part that is the name.',
  ],
  'new.missing': ['保存后还要在卡片上填：{fields}', 'Still to fill in on the card: {fields}'],
  'new.understood': ['认出的内容', 'What was understood'],
  'new.piece': ['{field} {value}', '{field}: {value}'],
  'new.followUp': ['跟进', 'Follow-up'],
  'new.correct': ['“{text}”是什么', 'What “{text}” is'],
  'new.retype': ['改这几个字', 'Change the text'],
  'new.meant': ['其实是', 'It is'],
  'new.im.wechat': ['微信', 'WeChat'],
  'new.im.qq': ['QQ', 'QQ'],
  'new.im.wecom': ['企业微信', 'WeCom'],
  'new.im.douyin': ['抖音', 'Douyin'],
  'new.im.other': ['账号', 'Account'],
  'new.others': ['{names}是', 'What {names} is'],
  'new.other.customer': ['另一位客户', 'Another customer'],
  'new.other.contact': ['联系人', 'Contact person'],
  'new.other.same': ['同一位的号码', 'Numbers of the same one'],
  'new.create': ['保存客户', 'Save customer'],
  'new.createAndNext': ['保存，录下一张', 'Save, next card'],
  'new.savedCount': ['这次已录 {count} 位', '{count, plural, one {# customer} other {# customers}} saved so far'],
  'new.duplicates': ['可能已经有这位客户', 'This customer may be here already'],
  'new.neighbours': ['与已有客户联系方式相同', 'Shares a number or account with somebody here'],
  'new.resembles.same': ['同一位', 'the same'],
  'new.resembles.namesake': ['同名', 'same name'],
  'new.resembles.household': ['联系方式相同，名字不同', 'same number or account, other name'],
  'new.resembles.contact': ['联系方式相同', 'same number or account'],
  'new.resembles.branch': ['同一家公司的另一处', 'another place of the company'],
  'new.openExisting': ['打开 {name}', 'Open {name}'],
  'new.created': ['已保存 {name}', '{name} saved'],
} as const satisfies Sentences;
