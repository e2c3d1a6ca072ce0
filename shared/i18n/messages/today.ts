import type { Sentences } from '../catalogue.ts';

export const todayMessages = {
  'today.title': ['今日', 'Today'],

  'why.today.promise-overdue': [
    '答应过客户，已过 {days} 天',
    'Promised, {days, plural, one {# day} other {# days}} overdue',
  ],
  'why.today.promise-today': ['答应过客户，就在今天', 'Promised for today'],
  'why.today.promise-ahead': ['答应过客户，还有 {days} 天', 'Promised, in {days, plural, one {# day} other {# days}}'],
  'why.today.due-overdue': ['逾期 {days} 天', '{days, plural, one {# day} other {# days}} overdue'],
  'why.today.due-today': ['今天到期', 'Due today'],
  'why.today.due-ahead': ['还有 {days} 天', 'In {days, plural, one {# day} other {# days}}'],
  'why.today.missed': ['连着错过 {times} 次', 'Missed {times} times in a row'],
  'why.today.priority': ['标了优先', 'Marked as urgent'],
  'why.today.unanswered': ['对方来过消息，还没有回应', 'They got in touch and are waiting for an answer'],
  'why.today.value': [
    '{value, select, high {高} other {中}}价值客户，净额超过 {rankPercent}% 的买家',
    '{value, select, high {High} other {Medium}} value, ahead of {rankPercent}% of buyers',
  ],
  'why.today.risk': [
    '流失风险{risk, select, high {高} other {中}}',
    '{risk, select, high {High} other {Medium}} risk of losing them',
  ],
  'why.today.cadence': [
    '上次联系在 {days} 天前，这类客户每 {cadenceDays} 天联系一次',
    'Last contact {days, plural, one {# day} other {# days}} ago; customers like this every {cadenceDays} days',
  ],
  'why.today.first-contact': ['还没有联系上过', 'Never reached so far'],
} as const satisfies Sentences;
