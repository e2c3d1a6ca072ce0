import { all, anyOf, notSince, within } from './conditions.ts';
import type { StarterSet } from './starter-set.ts';

export const repair: StarterSet = {
  trade: 'repair',
  fields: [
    { key: 'model', label: ['设备型号', 'Model'], type: 'text', group: ['设备', 'Equipment'] },
    { key: 'serial', label: ['序列号或车牌', 'Serial or plate number'], type: 'text', group: ['设备', 'Equipment'] },
    { key: 'bought', label: ['购买日期', 'Bought on'], type: 'date', group: ['设备', 'Equipment'] },
    { key: 'warranty', label: ['保修到期', 'Warranty until'], type: 'date', group: ['设备', 'Equipment'] },
    { key: 'serviced', label: ['上次保养', 'Last service'], type: 'date', group: ['设备', 'Equipment'] },
    {
      key: 'contract',
      label: ['服务方式', 'Service'],
      type: 'choice',
      options: [
        ['到店', 'In the shop'],
        ['上门', 'On site'],
        ['年度合同', 'Yearly contract'],
      ],
    },
  ],
  tags: [
    { key: 'urgent', name: ['常有急件', 'Often urgent'], colour: 'seal' },
    { key: 'gate', name: ['需登记进门', 'Gate registration'], colour: 'warn' },
    { key: 'parts', name: ['等配件', 'Waiting for parts'], colour: 'action' },
  ],
  sources: [
    ['物业介绍', 'Property manager'],
    ['同行介绍', 'Colleague in the trade'],
  ],
  industries: [
    ['物业', 'Property management'],
    ['工厂', 'Factory'],
  ],
  kinds: [{ name: ['物业', 'Property manager'], inverse: ['业主', 'Owner'] }],
  views: [
    {
      name: ['保修一个月内到期', 'Warranties that end within a month'],
      needs: ['warranty'],
      filter: ({ field }) => all(within(field('warranty'), 30)),
      sort: ({ field }) => ({ column: field('warranty'), descending: false }),
      columns: ['model', 'warranty'],
    },
    {
      name: ['半年没保养', 'Not serviced for half a year'],
      needs: ['serviced'],
      filter: ({ field }) => all(...notSince(field('serviced'), 180)),
      sort: ({ field }) => ({ column: field('serviced'), descending: false }),
      columns: ['model', 'serviced'],
    },
    {
      name: ['等配件', 'Waiting for parts'],
      needs: ['parts'],
      filter: ({ tag }) => all(anyOf('tagIds', tag('parts'))),
      columns: ['model', 'serial'],
    },
  ],
};
