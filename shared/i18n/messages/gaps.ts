import type { Sentences } from '../catalogue.ts';

/** The list of what is missed of customers, to be filled in. */
export const gapMessages = {
  'gaps.title': ['填补缺失', 'Fill the gaps'],
  'gaps.section': [
    '{gaps, plural, =0 {要记的资料都有了} other {{customers, number} 位客户还缺 {gaps, number} 项资料}}',
    '{gaps, plural, =0 {Everything that is asked for is there} one {One detail is missing} other {{gaps, number} details are missing, of {customers, plural, one {one customer} other {{customers, number} customers}}}}',
  ],
  'gaps.count': [
    '{customers, number} 位客户缺 {gaps, number} 项',
    '{gaps, plural, one {# gap} other {# gaps}}, {customers, plural, one {# customer} other {# customers}}',
  ],
  'gaps.progress': [
    '这次补了 {filled, number} 项，还缺 {gaps, number} 项',
    '{filled, number} filled this time, {gaps, number} to go',
  ],
  'gaps.list': ['缺资料的客户，价值高的在前', 'Customers with gaps, the most valuable first'],
  'gaps.asked': ['要补的项目', 'What counts'],
  'gaps.askedHint': [
    '勾上的才列出来；数字是还缺的客户数。',
    'Only what is ticked is listed. The numbers say how many customers lack it.',
  ],
  'gaps.number': ['{count, number}', '{count, number}'],
  'gaps.ofKind': ['{kind} {count, number}', '{kind} {count, number}'],
  'gaps.usual': ['恢复默认', 'Back to the defaults'],
  'gaps.box': ['{name} · {field}', '{field} of {name}'],
  'gaps.filled': ['{name}：{field} 已补上', '{name}: {field} filled in'],
  'gaps.identity': ['信用代码/联系人', 'Code or contact'],
  'gaps.hint.keys': [
    '回车或 Tab 存下并到下一项；空着就跳过；↑ ↓ 换客户；{none} 没有，{untold} 不愿透露',
    'Enter or Tab saves and moves on; an empty box is skipped; ↑ ↓ go to another customer; {none}: has none, {untold}: will not say',
  ],
  'gaps.chooseFiles': ['选择文件…', 'Choose files…'],
  'gaps.hint.identity': ['代码或姓名 电话', 'Code, or a name'],
  'gaps.hint.region': ['如 杭州西湖区', 'City or district'],
  'gaps.hint.birthday': ['如 3-8、农历八月十五', '3-8, lunar 8-15'],
  'gaps.hint.tagIds': ['标签名，可以是新的', 'Any, also new'],
  'gaps.hint.ims': ['微信号，或 QQ: 12345', 'WeChat, QQ: 12'],
  'gaps.answer.none': ['没有', 'Has none'],
  'gaps.answer.untold': ['不愿透露', 'Will not say'],
  'gaps.answer.open': ['还没问到', 'Not asked yet'],
  'gaps.answer.said': ['{answer} · {on}', '{answer} · {on}'],
  'gaps.answer.offer': ['{field}没有或不愿透露', 'No {field}, or they will not say'],
  'gaps.answer.give': ['{field}：{answer}', '{field}: {answer}'],
  'gaps.answer.given': ['{name}：{field} 记为“{answer}”', '{name}: {field} noted as “{answer}”'],
  'gaps.answer.key': ['记为“{answer}”', 'Note “{answer}”'],
  'gaps.answer.takeBack': ['{field}：撤回“{answer}”', '{field}: take back “{answer}”'],
  'gaps.answer.takenBack': ['{name}：{field} 又算没填', '{name}: {field} is asked for again'],
  'gaps.problem.answer': ['这一项只能答“{answer}”', 'The only answer here is “{answer}”'],
  'gaps.problem.empty': ['这里还是空的', 'Write something first'],
  'gaps.problem.filled': ['这一项已经有了', 'This is filled in already'],
  'gaps.problem.street': ['请写到街道门牌，如 文三路 1 号', 'Write the street and number too'],
  'gaps.problem.region': [
    '没认出这个地区，请写到市或区县，如 杭州西湖区',
    'No such place is known; write the Chinese name of the city or district',
  ],
  'gaps.problem.identity': [
    '请写 18 位信用代码，或联系人的姓名（后面可带电话）',
    'Write the 18-character credit code, or the name of a contact person, with a phone if known',
  ],
  'gaps.done': ['都补齐了', 'Nothing is missing'],
  'gaps.doneText': ['勾选的项目，每位客户都有了。', 'Everybody has what is ticked.'],
  'gaps.nothingAsked': ['还没有勾选要补的项目', 'Nothing is ticked yet'],
  'gaps.nothingAskedText': [
    '在旁边勾上要补的项目，缺的客户就会列出来。',
    'Tick what matters, and whoever lacks it is listed.',
  ],
} as const satisfies Sentences;
