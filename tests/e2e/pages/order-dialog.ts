import type { Locator, Page } from 'playwright/test';
import { said, saidFirst } from './words.ts';

/** A new order: for the customer of the open card, once more or given back, or for a buyer who is asked for. */
export function orderDialog(page: Page) {
  const title = (['order.newFor', 'order.againFor', 'order.returnFor'] as const)
    .map((key) => saidFirst(key, { name: '' }).source)
    .join('|');
  const dialog = page.getByRole('dialog', { name: new RegExp(`${title}|${said('order.new').source}`) });
  const line = (number: number) => dialog.getByRole('group', { name: said('order.line', { number }) });
  const box = (number: number, label: 'import.field.qty' | 'import.field.unitPrice' | 'import.field.amount') =>
    line(number).getByRole('textbox', { name: said(label) });
  return {
    dialog,
    goods: (number: number): Locator => line(number).getByRole('combobox', { name: said('import.field.product') }),
    qty: (number: number) => box(number, 'import.field.qty'),
    price: (number: number) => box(number, 'import.field.unitPrice'),
    amount: (number: number) => box(number, 'import.field.amount'),
    buyer: dialog.getByRole('combobox', { name: said('order.buyer') }),
    asContact: dialog.getByRole('checkbox', { name: said('order.asContact') }),
    discardNote: dialog.getByRole('button', { name: said('unsaved.discard') }),
    /** What can be done with an order where it stands on the card. */
    tool: (entry: Locator, key: 'order.againOf' | 'order.returnOf' | 'order.editOf') =>
      entry.getByRole('button', {
        name: {
          'order.againOf': /^(?:再来一单|Same again)/,
          'order.returnOf': /^(?:退货|Refund)/,
          'order.editOf': /^(?:修改|Edit)/,
        }[key],
      }),
  };
}
