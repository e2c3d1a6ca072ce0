import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currencies,
  decimalsOf,
  likelyCurrency,
  placesOf,
  roundAmounts,
  type Currency,
} from '#shared/money/currency.ts';
import { currencyNamedIn, namesCurrency, readMoney, withoutCurrency } from '#shared/money/read-money.ts';
import { sayMoney, sayMoneyShort, sayWholeMoney, writeFullMoney, writeMoney } from '#shared/money/say-money.ts';

const nbsp = '\u00a0';

describe('amounts for reading', () => {
  it.each<[Currency, number, string]>([
    ['CNY', 12_860_000, '¥128,600'],
    ['CNY', 1250, '¥12.50'],
    ['CNY', -3005, '−¥30.05'],
    ['CNY', 0, '¥0'],
    ['GBP', 123_450, '£1,234.50'],
    ['CAD', 99, '$0.99'],
    ['JPY', 120_000, '¥1,200'],
    ['KWD', 3250, `KWD${nbsp}3.250`],
    ['KWD', -1_234_000, `−KWD${nbsp}1,234`],
    ['INR', 12_345_600, '₹1,23,456'],
  ])('in %s: %i is %s', (currency, fen, said) => {
    expect(sayMoney('en', currency, fen)).toBe(said);
  });

  it('rounds to whole ones and shortens large sums as each language counts', () => {
    expect(sayWholeMoney('en', 'KWD', 1499)).toBe(`KWD${nbsp}1`);
    expect(sayWholeMoney('zh-CN', 'CNY', 150)).toBe('¥2');
    expect(sayMoneyShort('zh-CN', 'CNY', 12_860_000)).toBe('12.86 万元');
    expect(sayMoneyShort('zh-CN', 'GBP', 12_860_000)).toBe('£12.86 万');
    expect(sayMoneyShort('en', 'GBP', -12_860_000)).toBe('−£128.6k');
    expect(sayMoneyShort('zh-CN', 'CNY', 500_000)).toBe('');
  });
});

describe('amounts that are read', () => {
  it.each<[string, Currency, number]>([
    ['£1,234.50', 'GBP', 123_450],
    ['-£5', 'GBP', -500],
    ['−£30.05', 'GBP', -3005],
    ['GBP 12', 'GBP', 1200],
    ['12k', 'GBP', 1_200_000],
    ['$99.99', 'CAD', 9999],
    ['CA$99.99', 'CAD', 9999],
    ['1 234,50 $', 'CAD', 123_450],
    ['1.234,50 €', 'EUR', 123_450],
    ["CHF 1'234.50", 'CHF', 123_450],
    ['¥1,200', 'JPY', 120_000],
    ['KD1.5', 'KWD', Number.NaN],
    ['KWD 1.505', 'KWD', 1505],
    ['1,23,456', 'INR', 12_345_600],
    ['1.2万', 'CNY', 1_200_000],
    ['100元整', 'CNY', 10_000],
    ['5 kr', 'SEK', 500],
  ])('%s in %s is %i', (text, currency, fen) => {
    expect(readMoney(text, currency)).toEqual(Number.isNaN(fen) ? undefined : { fen, isForeign: false });
  });

  it.each<[string, Currency]>([
    ['$5', 'GBP'],
    ['¥5', 'GBP'],
    ['£5', 'CNY'],
    ['US$5', 'CAD'],
    ['5元', 'JPY'],
    ['5 EUR', 'USD'],
  ])('%s is not in %s', (text, currency) => {
    expect(readMoney(text, currency)).toEqual({ fen: 500, isForeign: true });
  });

  it('reads what it wrote or said, in every currency', () => {
    const some = fc.record({
      currency: fc.constantFrom(...currencies),
      language: fc.constantFrom('zh-CN' as const, 'en' as const),
      fen: fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
    });
    fc.assert(
      fc.property(some, ({ currency, language, fen }) => {
        const wanted = { fen, isForeign: false };
        for (const text of [writeMoney(fen, currency), writeFullMoney(fen, currency)]) {
          expect(readMoney(text, currency)).toEqual(wanted);
        }
        const read = readMoney(sayMoney(language, currency, fen), currency);
        // A sign that Kebu does not know is none that it takes for another currency.
        if (read) expect(read).toEqual(wanted);
      }),
    );
  });
});

describe('a currency', () => {
  it('has as many decimals as ISO 4217 says, and is stored in hundredths or thousandths', () => {
    expect(['CNY', 'JPY', 'KWD'].map((each) => decimalsOf(each as Currency))).toEqual([2, 0, 3]);
    expect(['CNY', 'JPY', 'KWD'].map((each) => placesOf(each as Currency))).toEqual([2, 2, 3]);
  });

  it('is guessed from where the computer is', () => {
    const regions = ['GB', 'CA', 'us', 'CN', 'IE', ''];
    expect(regions.map((region) => likelyCurrency(region, 'en'))).toEqual(['GBP', 'CAD', 'USD', 'CNY', 'EUR', 'USD']);
    expect(likelyCurrency('', 'zh-CN')).toBe('CNY');
  });

  it('is asked for in sums that are worth something', () => {
    expect(roundAmounts('GBP')).toEqual([100_000, 1_000_000, 5_000_000]);
    expect(roundAmounts('JPY')[0]).toBe(10_000_000);
    expect(roundAmounts('KWD')[0]).toBe(1_000_000);
  });

  it('is known from a heading, where that names one', () => {
    expect(currencyNamedIn('Amount (GBP)')).toBe('GBP');
    expect(currencyNamedIn('金额（美元）')).toBe('USD');
    expect(currencyNamedIn('Price €')).toBe('EUR');
    for (const heading of ['Amount', 'Price $', 'All', 'TOP', 'R', '消费金额（元）', 'USD/GBP']) {
      expect([heading, currencyNamedIn(heading)]).toEqual([heading, undefined]);
    }
    expect(withoutCurrency('Budget (GBP)')).toBe('Budget');
    expect(withoutCurrency('预算（CNY）')).toBe('预算');
    expect(withoutCurrency('Grade (VIP)')).toBe('Grade (VIP)');
    expect(['£5', '860元', '5', '5kg', 'R2D2'].map(namesCurrency)).toEqual([true, true, false, false, false]);
  });
});
