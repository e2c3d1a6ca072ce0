import { describe, expect, it } from 'vitest';
import type { Word } from '#shared/domain/word/word.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { printedContactFacts, printedFacts, type Wording } from '#shared/print/printed-facts.ts';
import { aCustomer, anId } from '../../helpers/builders.ts';

const base = { version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
const t: Translate = (key, ...values) => translate('zh-CN', key, ...values);
const wording: Wording = { t, language: 'zh-CN', currency: 'CNY' };

describe('what is printed of a card', () => {
  it('is everything that is known and can be used, with labels, and the days of every year', () => {
    const customer = aCustomer({
      id: 'c1',
      organization: '青禾五金',
      phones: [
        { raw: '13800138000', e164: '+8613800138000', kind: 'mobile', label: '工作' },
        { raw: '13900139000', e164: '+8613900139000', kind: 'mobile', status: 'vacant' },
      ],
      emails: [{ address: 'gone@example.com', status: 'bounced' }],
      birthday: { calendar: 'lunar', month: 8, day: 15 },
      anniversaries: [{ label: '开业', date: { calendar: 'solar', year: 2019, month: 5, day: 20 } }],
    });
    expect(printedFacts({ ...customer, ...base }, wording)).toEqual([
      { label: '电话', values: ['138 0013 8000 · 工作'] },
      { label: '公司', values: ['青禾五金'] },
      { label: '生日', values: ['农历八月十五'] },
      { label: '纪念日', values: ['开业 2019-05-20'] },
    ]);
  });

  it('says where somebody is from in the user’s words, and what is said about that only where it says more', () => {
    const word: Word = { id: 'w1', ...base, list: 'source', key: 'own:w1', name: '茶博会' };
    const printed = (part: { source: string; sourceDetail?: string }) =>
      printedFacts({ ...aCustomer({ id: 'c1', ...part }), ...base }, wording, [word]);
    const source = { label: '来源', values: ['茶博会'] };
    expect(printed({ source: 'own:w1', sourceDetail: '2026 春' })).toEqual([
      source,
      { label: '来源说明', values: ['2026 春'] },
    ]);
    expect(printed({ source: 'own:w1', sourceDetail: '茶博会' })).toEqual([source]);
    expect(printed({ source: 'fair', sourceDetail: 'Fair' })).toEqual([{ label: '来源', values: ['展会'] }]);
  });

  it('is of a contact person how they are reached and what they do', () => {
    const person = { id: 'p1', customerId: anId('c1'), name: '钱永兴', emails: [], ims: [] };
    expect(
      printedContactFacts(
        {
          ...base,
          ...person,
          origin: { kind: 'manual' },
          role: 'decider',
          phones: [],
          addresses: [{ street: '文三路 1 号', label: '公司' }],
        },
        wording,
      ),
    ).toEqual([
      { label: '地址', values: ['文三路 1 号 · 公司'] },
      { label: '角色', values: ['决策人'] },
    ]);
  });
});
