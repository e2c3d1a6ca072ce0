import { all, anyOf, atMost, within } from './conditions.ts';
import type { StarterSet } from './starter-set.ts';

export const education: StarterSet = {
  trade: 'education',
  fields: [
    {
      key: 'year',
      label: ['年级', 'School year'],
      type: 'choice',
      options: [
        ['学前', 'Preschool'],
        ['小学', 'Primary'],
        ['初中', 'Lower secondary'],
        ['高中', 'Upper secondary'],
        ['成人', 'Adult'],
      ],
      kinds: ['person'],
    },
    { key: 'school', label: ['学校', 'School'], type: 'text', kinds: ['person'] },
    {
      key: 'courses',
      label: ['报读课程', 'Courses'],
      type: 'choices',
      options: [
        ['英语', 'English'],
        ['数学', 'Maths'],
        ['美术', 'Art'],
        ['音乐', 'Music'],
      ],
      kinds: ['person'],
      group: ['课程', 'Lessons'],
    },
    { key: 'left', label: ['剩余课时', 'Lessons left'], type: 'number', kinds: ['person'], group: ['课程', 'Lessons'] },
    {
      key: 'until',
      label: ['课时有效期', 'Lessons valid until'],
      type: 'date',
      kinds: ['person'],
      group: ['课程', 'Lessons'],
    },
    {
      key: 'when',
      label: ['上课时间', 'Time of lessons'],
      type: 'text',
      kinds: ['person'],
      group: ['课程', 'Lessons'],
    },
  ],
  tags: [
    { key: 'trial', name: ['试听过', 'Took a trial lesson'], colour: 'action' },
    { key: 'loyal', name: ['老学员', 'Longtime student'], colour: 'good' },
    { key: 'pickup', name: ['需接送', 'Needs pick-up'] },
  ],
  sources: [
    ['校门口宣传', 'At the school gate'],
    ['家长介绍', 'Another parent'],
  ],
  industries: [],
  kinds: [{ name: ['老师', 'Teacher'], inverse: ['学生', 'Student'] }],
  views: [
    {
      name: ['课时快用完', 'Lessons nearly used up'],
      needs: ['left'],
      filter: ({ field }) => all(atMost(field('left'), 4)),
      sort: ({ field }) => ({ column: field('left'), descending: false }),
      columns: ['courses', 'left', 'until'],
    },
    {
      name: ['课时一个月内到期', 'Lessons that end within a month'],
      needs: ['until'],
      filter: ({ field }) => all(within(field('until'), 30)),
      sort: ({ field }) => ({ column: field('until'), descending: false }),
      columns: ['courses', 'left', 'until'],
    },
    {
      name: ['试听后没报名', 'Trial lesson, not enrolled'],
      needs: ['trial'],
      filter: ({ tag }) => all(anyOf('tagIds', tag('trial')), atMost('purchases', 0)),
      columns: ['year', 'school'],
    },
  ],
};
