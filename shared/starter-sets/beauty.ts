import { all, atMost, notSince, within } from './conditions.ts';
import type { StarterSet } from './starter-set.ts';

export const beauty: StarterSet = {
  trade: 'beauty',
  fields: [
    {
      key: 'skin',
      label: ['肤质', 'Skin type'],
      type: 'choice',
      options: [
        ['干性', 'Dry'],
        ['油性', 'Oily'],
        ['混合', 'Mixed'],
        ['敏感', 'Sensitive'],
      ],
      kinds: ['person'],
    },
    {
      key: 'hair',
      label: ['发质', 'Hair type'],
      type: 'choice',
      options: [
        ['细软', 'Fine'],
        ['粗硬', 'Coarse'],
        ['自然卷', 'Curly'],
        ['烫染受损', 'Damaged'],
      ],
      kinds: ['person'],
    },
    {
      key: 'allergy',
      label: ['过敏史', 'Allergies'],
      type: 'text',
      kinds: ['person'],
      help: ['染膏、香精、药物', 'Dyes, scents, medicines'],
    },
    { key: 'left', label: ['剩余次数', 'Visits left'], type: 'number', kinds: ['person'], group: ['疗程卡', 'Course'] },
    {
      key: 'until',
      label: ['卡到期日', 'Card valid until'],
      type: 'date',
      kinds: ['person'],
      group: ['疗程卡', 'Course'],
    },
    { key: 'stylist', label: ['指定技师', 'Preferred stylist'], type: 'text', kinds: ['person'] },
  ],
  tags: [
    { key: 'sensitive', name: ['敏感肌', 'Sensitive skin'], colour: 'warn' },
    { key: 'stored', name: ['储值卡', 'Prepaid card'], colour: 'good' },
    { key: 'bride', name: ['新娘', 'Bride'], colour: 'action' },
  ],
  sources: [
    ['大众点评', 'Review site'],
    ['小红书', 'Xiaohongshu'],
    ['朋友圈', 'Friends’ posts'],
  ],
  industries: [],
  kinds: [{ name: ['闺蜜', 'Best friend'] }],
  views: [
    {
      name: ['卡一个月内到期', 'Cards that end within a month'],
      needs: ['until'],
      filter: ({ field }) => all(within(field('until'), 30)),
      sort: ({ field }) => ({ column: field('until'), descending: false }),
      columns: ['until', 'left'],
    },
    {
      name: ['疗程快用完', 'Courses nearly used up'],
      needs: ['left'],
      filter: ({ field }) => all(atMost(field('left'), 2)),
      columns: ['left', 'until'],
    },
    {
      name: ['两个月没来', 'Away for two months'],
      needs: [],
      filter: () => all(...notSince('lastPurchase', 60)),
      sort: () => ({ column: 'revenue', descending: true }),
      columns: ['stylist'],
    },
  ],
};
