import type { Sentences } from '../catalogue.ts';

/** How the cards of customers lie. */
export const cardLayoutMessages = {
  'cardLayout.title': ['卡片布局', 'Layout of the card'],
  'cardLayout.intro': [
    '每类客户的卡片上放什么、按什么顺序。自定义字段在“字段”里排序，标题和分组也在那里。',
    'What stands on the card of each kind of customer, and in which order. Custom fields are ordered and grouped under “Fields”.',
  ],
  'cardLayout.kind': ['哪类客户', 'Kind of customer'],
  'cardLayout.reset': ['恢复原样', 'Reset card'],
  'cardLayout.resetDone': ['{kind}的卡片已恢复原样', 'Card ({kind}) reset'],
  'cardLayout.saved': ['{kind}的卡片已调整', 'Card ({kind}) changed'],
  'cardLayout.sections': ['板块', 'Parts'],
  'cardLayout.sectionsHint': [
    '不勾选的板块收在卡片末尾，要看时再展开，里面的内容都在。',
    'A part that is not ticked is folded away at the end of the card. Nothing in it is lost.',
  ],
  'cardLayout.section.facts': ['资料', 'Details'],
  'cardLayout.section.composer': ['记录联系', 'Log a contact'],
  'cardLayout.section.followUps': ['跟进', 'Follow-ups'],
  'cardLayout.section.contacts': ['联系人', 'Contact persons'],
  'cardLayout.section.relations': ['关系', 'Relations'],
  'cardLayout.section.files': ['文件', 'Files'],
  'cardLayout.section.timeline': ['往来', 'Timeline'],
  'cardLayout.shown': ['显示', 'Shown'],
  'cardLayout.facts': ['资料项', 'Details'],
  'cardLayout.factsHint': [
    '“显示所有资料”里什么都有；这里决定平时看到哪些。',
    '“Show all details” has everything; here you say what is seen without it.',
  ],
  'cardLayout.when': ['什么时候显示{fact}', 'When to show {fact}'],
  'cardLayout.display.always': ['总是', 'Always'],
  'cardLayout.display.known': ['有才显示', 'If known'],
  'cardLayout.display.aside': ['收起', 'Aside'],
  'cardLayout.move': ['移动{what}', 'Move {what}'],
  'cardLayout.top': ['移到最前', 'To the top'],
  'cardLayout.up': ['上移', 'Up'],
  'cardLayout.down': ['下移', 'Down'],
  'cardLayout.unfold': ['展开收起的板块：{parts}', 'Show what is folded away: {parts}'],
} as const satisfies Sentences;
