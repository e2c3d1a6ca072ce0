import { all, anyOf } from './conditions.ts';
import type { StarterSet } from './starter-set.ts';

export const wholesale: StarterSet = {
  trade: 'wholesale',
  fields: [
    {
      key: 'grade',
      label: ['客户等级', 'Grade'],
      type: 'choice',
      options: [
        ['A', 'A'],
        ['B', 'B'],
        ['C', 'C'],
      ],
    },
    {
      key: 'terms',
      label: ['结算方式', 'Settlement'],
      type: 'choice',
      options: [
        ['现结', 'On delivery'],
        ['月结', 'Monthly'],
        ['账期', 'On terms'],
      ],
    },
    {
      key: 'route',
      label: ['送货路线', 'Delivery route'],
      type: 'text',
      help: ['如 周二城西', 'Such as Tuesday west'],
    },
    {
      key: 'goods',
      label: ['经营品类', 'Lines of goods'],
      type: 'choices',
      options: [
        ['五金', 'Hardware'],
        ['建材', 'Building materials'],
        ['食品', 'Food'],
        ['日用品', 'Household goods'],
      ],
    },
    { key: 'area', label: ['门店面积（㎡）', 'Shop floor (m²)'], type: 'number', kinds: ['company', 'partner'] },
    { key: 'rival', label: ['在用的别家货', 'Buys elsewhere'], type: 'text' },
  ],
  tags: [
    { key: 'samples', name: ['要样品', 'Wants samples'], colour: 'action' },
    { key: 'price', name: ['价格敏感', 'Watches prices'], colour: 'warn' },
    { key: 'exclusive', name: ['独家代理', 'Sole agent'], colour: 'good' },
  ],
  sources: [
    ['扫街拜访', 'Cold visit'],
    ['市场商户介绍', 'Market neighbour'],
  ],
  industries: [
    ['五金建材', 'Hardware and building'],
    ['食品批发', 'Food wholesale'],
    ['便利店', 'Convenience store'],
    ['餐饮', 'Catering'],
  ],
  kinds: [{ name: ['代理商', 'Agent'], inverse: ['厂家', 'Maker'] }],
  views: [
    {
      name: ['A 级一个月没联系', 'Grade A without a word for a month'],
      needs: ['grade'],
      filter: ({ field, option }) =>
        all(anyOf(field('grade'), option('grade', 0)), {
          field: 'lastContact',
          not: true,
          test: { is: 'days', from: { inDays: -30 } },
        }),
      sort: () => ({ column: 'lastContact', descending: false }),
      columns: ['grade', 'route'],
    },
    {
      name: ['月结客户', 'Monthly accounts'],
      needs: ['terms'],
      filter: ({ field, option }) => all(anyOf(field('terms'), option('terms', 1))),
      sort: () => ({ column: 'revenue', descending: true }),
      columns: ['terms', 'grade'],
    },
  ],
};
