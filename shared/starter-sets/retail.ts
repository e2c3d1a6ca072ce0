import { all, anyOf, notSince } from './conditions.ts';
import type { StarterSet } from './starter-set.ts';

export const retail: StarterSet = {
  trade: 'retail',
  fields: [
    {
      key: 'level',
      label: ['会员等级', 'Membership'],
      type: 'choice',
      options: [
        ['普通', 'Basic'],
        ['银卡', 'Silver'],
        ['金卡', 'Gold'],
      ],
      kinds: ['person'],
    },
    { key: 'card', label: ['会员卡号', 'Card number'], type: 'text', kinds: ['person'] },
    { key: 'balance', label: ['储值余额', 'Stored balance'], type: 'money', kinds: ['person'] },
    {
      key: 'taste',
      label: ['喜好', 'Likes'],
      type: 'text',
      kinds: ['person'],
      help: ['爱买什么、忌口、颜色', 'What they buy, avoid, which colours'],
    },
    { key: 'size', label: ['尺码', 'Size'], type: 'text', kinds: ['person'] },
  ],
  tags: [
    { key: 'neighbour', name: ['老街坊', 'Neighbour'], colour: 'good' },
    { key: 'gifts', name: ['节日送礼', 'Buys gifts'] },
    { key: 'group', name: ['已加群', 'In the chat group'] },
  ],
  sources: [
    ['路过进店', 'Walked in'],
    ['社区群', 'Neighbourhood chat'],
  ],
  industries: [],
  kinds: [{ name: ['代买人', 'Buys for'], inverse: ['托买人', 'Has it bought by'] }],
  views: [
    {
      name: ['金卡会员', 'Gold members'],
      needs: ['level'],
      filter: ({ field, option }) => all(anyOf(field('level'), option('level', 2))),
      sort: () => ({ column: 'revenue', descending: true }),
      columns: ['level', 'balance', 'taste'],
    },
    {
      name: ['半年没来的熟客', 'Regulars away for half a year'],
      needs: [],
      filter: () => all(...notSince('lastPurchase', 180)),
      sort: () => ({ column: 'revenue', descending: true }),
      columns: ['taste'],
    },
  ],
};
