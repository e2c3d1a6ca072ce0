import type { Sentences } from '../catalogue.ts';

export const calendarMessages = {
  'calendar.title': ['日历', 'Calendar'],
  'calendar.month': ['月', 'Month'],
  'calendar.agenda': ['日程', 'Agenda'],
  'calendar.view': ['视图', 'View'],
  'calendar.previous': ['上个月', 'Previous month'],
  'calendar.next': ['下个月', 'Next month'],
  'calendar.today': ['今天', 'Today'],
  'calendar.grid': [
    '{month}，方向键换日，Page Up 和 Page Down 换月',
    '{month}; arrows move the day, Page Up and Page Down the month',
  ],
  'calendar.off': ['休', 'off'],
  'calendar.makeup': ['班', 'work'],
  'calendar.unofficial': [
    '{year} 年的调休安排尚未公布，这里只有周末和法定节日。',
    'The official days off of {year} are not published yet; only weekends and statutory days are marked.',
  ],
  'calendar.items': [
    '{count, plural, =0 {没有安排} other {# 项}}',
    '{count, plural, =0 {nothing planned} one {# entry} other {# entries}}',
  ],
  'calendar.moreItems': ['还有 {count} 项', '{count} more'],
  'calendar.load': ['每天有多少', 'How full each day is'],
  'calendar.noItems': ['这一天没有安排', 'Nothing on this day'],
  'calendar.noAgenda': ['接下来 60 天没有安排', 'Nothing in the next 60 days'],
  'calendar.birthday': ['{name} {label}', '{name} {label}'],
  'calendar.contacts': ['{name} 联系 {count} 次', '{name}, {count, plural, one {# contact} other {# contacts}}'],
  'calendar.projected': ['以后的重复', 'A later repeat'],
  'calendar.moved': ['{title} 改到 {when}', '{title} moved to {when}'],
  'calendar.move': ['改期', 'Move to another day'],
  'calendar.moveTo': ['改到哪天', 'New day'],
  'calendar.add': ['在这天添加跟进', 'Add follow-up on this day'],
  'calendar.forWhom': ['给哪位客户', 'For which customer'],
} as const satisfies Sentences;
