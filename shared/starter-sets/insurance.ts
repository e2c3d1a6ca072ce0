import { all, anyOf, within } from './conditions.ts';
import type { StarterSet } from './starter-set.ts';

export const insurance: StarterSet = {
  trade: 'insurance',
  fields: [
    {
      key: 'covers',
      label: ['已有险种', 'Covers held'],
      type: 'choices',
      options: [
        ['医疗', 'Health'],
        ['重疾', 'Critical illness'],
        ['意外', 'Accident'],
        ['寿险', 'Life'],
        ['车险', 'Car'],
      ],
      group: ['保单', 'Policies'],
    },
    { key: 'premium', label: ['年缴保费', 'Yearly premium'], type: 'money', group: ['保单', 'Policies'] },
    { key: 'renewal', label: ['续保日', 'Renewal'], type: 'date', group: ['保单', 'Policies'] },
    {
      key: 'stage',
      label: ['家庭阶段', 'Stage of the family'],
      type: 'choice',
      options: [
        ['单身', 'Single'],
        ['新婚', 'Newly married'],
        ['有孩子', 'With children'],
        ['孩子已成年', 'Children grown up'],
        ['退休', 'Retired'],
      ],
      kinds: ['person'],
    },
    {
      key: 'budget',
      label: ['保费预算', 'Budget for premiums'],
      type: 'money',
      kinds: ['person'],
    },
  ],
  tags: [
    { key: 'referrer', name: ['转介绍中心', 'Introduces others'], colour: 'good' },
    { key: 'checked', name: ['保单已整理', 'Policies reviewed'], colour: 'action' },
    { key: 'claim', name: ['理赔中', 'Claim open'], colour: 'seal' },
  ],
  sources: [
    ['缘故客户', 'Known from before'],
    ['社区讲座', 'Local talk'],
  ],
  industries: [],
  kinds: [
    { name: ['受益人', 'Beneficiary'], inverse: ['投保人', 'Policyholder'] },
    { name: ['被保险人', 'Insured person'], inverse: ['保费支付人', 'Payer of the premium'] },
  ],
  views: [
    {
      name: ['两个月内续保', 'Renewals within two months'],
      needs: ['renewal'],
      filter: ({ field }) => all(within(field('renewal'), 60)),
      sort: ({ field }) => ({ column: field('renewal'), descending: false }),
      columns: ['renewal', 'covers', 'premium'],
    },
    {
      name: ['还没有医疗险', 'Without health cover'],
      needs: ['covers'],
      filter: ({ field, option }) => all({ ...anyOf(field('covers'), option('covers', 0)), not: true }),
      columns: ['covers', 'stage'],
    },
    {
      name: ['理赔中', 'Claims open'],
      needs: ['claim'],
      filter: ({ tag }) => all(anyOf('tagIds', tag('claim'))),
      sort: () => ({ column: 'lastContact', descending: false }),
      columns: ['covers'],
    },
  ],
};
