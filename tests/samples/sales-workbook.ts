import { clockOf, dateOf, partsOf, serialOf, type Day } from './days.ts';
import { Random } from './random.ts';
import type { Sale } from './sales.ts';
import { writeWorkbook, type Cell } from './workbook.ts';
import { goods } from './words/goods.ts';

export const salesColumns = [
  '订单号',
  '日期',
  '客户',
  '手机',
  '类型',
  '原订单号',
  '商品编码',
  '商品名称',
  '单位',
  '数量',
  '单价',
  '金额',
  '优惠',
  '渠道',
  '付款方式',
  '经手人',
  '备注',
] as const;

/** One row per line of a sale; what belongs to the whole sale stands in its first row only where it is an amount. */
export function salesRows(sales: readonly Sale[]): Cell[][] {
  const random = new Random('青禾桥五金家居/sales-rows');
  return sales.flatMap((sale) => {
    const date = writeDate(random, sale);
    // The till keeps numbers as text; a clerk who types them in makes them numbers.
    const phone = sale.buyer.phone !== '' && random.chance(12) ? Number(sale.buyer.phone) : sale.buyer.phone;
    return sale.lines.map((line, i): Cell[] => [
      sale.no,
      date,
      sale.buyer.name,
      phone,
      sale.type,
      sale.refNo ?? '',
      line.good.sku,
      line.good.name,
      line.good.unit,
      line.qtyMilli / 1000,
      line.unitPriceFen / 100,
      line.amountFen / 100,
      i === 0 && sale.discountFen !== 0 ? sale.discountFen / 100 : null,
      sale.channel,
      sale.payment,
      sale.clerk,
      sale.note,
    ]);
  });
}

function writeDate(random: Random, { day, minute }: Sale): Cell {
  const { year, month, day: dayOfMonth } = partsOf(day);
  switch (random.weighted({ serial: 93, dayOnly: 3, text: 2, han: 2 })) {
    case 'serial':
      return { serial: serialOf(day) + Math.round((minute / 1440) * 1e9) / 1e9 };
    case 'dayOnly':
      return { serial: serialOf(day), dateOnly: true };
    case 'text':
      return `${dateOf(day)} ${clockOf(minute)}`;
    case 'han':
      return `${year}年${month}月${dayOfMonth}日`;
  }
}

/** Rows that no program can read as they stand: each must be refused with its reason, and nothing else. */
export const brokenSalesRows: readonly (readonly Cell[])[] = [
  [
    'BL0001',
    '2025-02-30',
    '补录',
    '',
    '销售',
    '',
    'QJ001',
    '管道疏通剂',
    '瓶',
    2,
    12.8,
    25.6,
    null,
    '门店',
    '现金',
    '老板',
    '日期记不清',
  ],
  [
    'BL0002',
    '2025/6/3',
    '补录',
    '',
    '销售',
    '',
    '',
    '杂件',
    '批',
    '半箱',
    '',
    '',
    null,
    '门店',
    '现金',
    '老板',
    '金额没记',
  ],
  ['BL0003', '', '补录', '', '销售', '', 'TL005', '免钉胶', '支', 3, 18, 54, null, '门店', '微信', '小周', '日期漏填'],
];

/** The shop's sales file: a monthly summary in front, the lines, and the catalogue of goods behind. */
export function writeSalesWorkbook(sales: readonly Sale[]): Uint8Array {
  const lines = salesRows(sales);
  const sumFen = sales
    .flatMap((sale) => (sale.type === '作废' ? [] : sale.lines))
    .reduce((sum, line) => sum + line.amountFen, 0);
  const title = `青禾桥五金家居 销售明细（${first(sales)} 至 ${last(sales)}）`;
  return writeWorkbook([
    { name: '月度汇总', rows: monthlySummary(sales), frozenRows: 1, widths: [12, 10, 14, 14] },
    {
      name: '销售明细',
      rows: [
        [title],
        [...salesColumns],
        ...lines,
        ...brokenSalesRows,
        ['合计', '', '', '', '', '', '', '', '', '', '', sumFen / 100],
      ],
      frozenRows: 2,
      widths: [14, 16, 26, 14, 7, 14, 9, 26, 6, 8, 9, 11, 8, 8, 9, 8, 18],
      merged: ['A1:Q1'],
    },
    {
      name: '商品目录',
      rows: [
        ['编码', '名称', '分类', '单位', '价格', '周期天数', '是否消耗品'],
        ...goods.map((good): Cell[] => [
          good.sku,
          good.name,
          good.category,
          good.unit,
          good.priceFen / 100,
          good.cycleDays ?? null,
          good.cycleDays === undefined ? '否' : '是',
        ]),
      ],
      frozenRows: 1,
      widths: [10, 28, 12, 8, 10, 10, 12],
    },
  ]);
}

function first(sales: readonly Sale[]): string {
  return dateOf(sales[0]?.day ?? 0);
}

function last(sales: readonly Sale[]): string {
  return dateOf(sales.at(-1)?.day ?? 0);
}

function monthlySummary(sales: readonly Sale[]): Cell[][] {
  const months = new Map<string, { orders: number; salesFen: number; refundsFen: number }>();
  for (const { day, type, lines } of sales) {
    if (type !== '销售' && type !== '退货') continue;
    const month = monthOf(day);
    const sums = months.get(month) ?? { orders: 0, salesFen: 0, refundsFen: 0 };
    const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
    if (type === '销售') {
      sums.orders++;
      sums.salesFen += amountFen;
    } else sums.refundsFen += amountFen;
    months.set(month, sums);
  }
  return [
    ['月份', '单数', '销售额', '退货'],
    ...[...months].map(([month, sums]): Cell[] => [month, sums.orders, sums.salesFen / 100, sums.refundsFen / 100]),
  ];
}

function monthOf(day: Day): string {
  return dateOf(day).slice(0, 7);
}
