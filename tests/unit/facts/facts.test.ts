import { describe, expect, it } from 'vitest';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { CustomerDraft } from '#shared/domain/customer/draft-customer.ts';
import { customerSchema } from '#shared/domain/customer/customer.ts';
import { factOf, facts } from '#shared/facts/facts.ts';
import { inWords, typedOf } from '#shared/facts/typed.ts';
import type { Currency } from '#shared/money/currency.ts';
import { translate } from '#shared/i18n/translate.ts';
import { aCustomer } from '../../helpers/builders.ts';

const today = '2026-03-01';
const base = { version: 1, createdAt: '2026-03-01T02:00:00.000Z', updatedAt: '2026-03-01T02:00:00.000Z' };
const person: CustomerDraft = aCustomer({ id: 'c1', name: '欧阳小满', code: 'C-1' });
const stored = (draft: CustomerDraft): Customer => ({ ...draft, ...base });

function typed(key: string, text: string, draft = person, currency: Currency = 'CNY'): CustomerDraft {
  const written = factOf(key)!.write(draft, text, today, currency);
  if ('problem' in written) throw new Error(written.problem);
  return written.draft;
}

const refused = (key: string, text: string, draft = person) => {
  const written = factOf(key)!.write(draft, text, today, 'CNY');
  return 'problem' in written ? written.problem : null;
};

describe('facts as they are typed', () => {
  it('cover every field of a customer that is a fact and no list of its own', () => {
    const elsewhere = ['id', 'version', 'createdAt', 'updatedAt', 'deletedAt', 'familyName', 'givenName'];
    const ownBlocks = ['anniversaries', 'referrerId', 'referral', 'tagIds', 'customFields', 'verifiedOn', 'answers'];
    const traces = ['formerCodes', 'mergedInto', 'mergeTrace', 'origin', 'dismissed'];
    const typable = Object.keys(customerSchema.shape).filter(
      (key) => ![...elsewhere, ...ownBlocks, ...traces].includes(key),
    );
    expect(facts.map(({ key }) => key as string).toSorted()).toEqual(typable.toSorted());
  });

  it.each([
    ['kind', 'company'],
    ['gender', 'female'],
    ['leadStatus', 'parked'],
    ['preferredChannel', 'wechat'],
    ['creditLimitFen', '1200.50'],
    ['paymentTermsDays', '30'],
    ['acquiredOn', '2025-03-11'],
    ['owner', '小李'],
    ['code', 'KH-7'],
  ])('%s comes back as it was typed', (key, text) => {
    expect(factOf(key)!.read(stored(typed(key, text)), 'CNY')).toBe(text);
  });

  it('understand terms as people write them', () => {
    expect(typed('paymentTermsDays', '月结45天').paymentTermsDays).toBe(45);
    expect(typed('paymentTermsDays', '现结').paymentTermsDays).toBe(0);
    expect(typed('creditLimitFen', '2万').creditLimitFen).toBe(2_000_000);
    expect(typed('acquiredOn', '2025年3月11日').acquiredOn).toBe('2025-03-11');
    expect(typed('doNotContact', '电话、微信').doNotContact).toEqual(['phone', 'wechat']);
    expect(typed('doNotContact', 'phone；sms').doNotContact).toEqual(['phone', 'sms']);
    expect(typed('doNotContact', '', typed('doNotContact', '是')).doNotContact).toEqual([]);
  });

  it('are days as they are written where the archive is at home', () => {
    const british = (key: string, text: string, draft = person) => typed(key, text, draft, 'GBP');
    expect(typed('acquiredOn', '3/4/2025').acquiredOn).toBe('2025-03-04');
    expect(british('acquiredOn', '3/4/2025').acquiredOn).toBe('2025-04-03');
    expect(british('lostOn', '3/4/2025', british('lostReason', 'price')).lostOn).toBe('2025-04-03');
    expect(british('birthday', '3/4/1990').birthday).toMatchObject({ year: 1990, month: 4, day: 3 });
    expect(british('birthday', '3/4').birthday).toMatchObject({ month: 4, day: 3 });
    expect(british('birthday', '12/25').birthday).toMatchObject({ month: 12, day: 25 });
    expect(british('birthday', '--04-03').birthday).toMatchObject({ month: 4, day: 3 });
    expect(typed('birthday', '3/4').birthday).toMatchObject({ month: 3, day: 4 });
  });

  it('lose a customer for a reason, from today on unless another day is said, and take both back together', () => {
    const lost = typed('lostReason', 'price');
    expect(lost).toMatchObject({ lostReason: 'price', lostOn: today });
    expect(typed('lostReason', 'own:w1', typed('lostOn', '2026-02-01', lost))).toMatchObject({
      lostReason: 'own:w1',
      lostOn: '2026-02-01',
    });
    for (const key of ['lostReason', 'lostOn']) {
      expect(typed(key, '', lost)).not.toHaveProperty('lostOn');
      expect(typed(key, '', lost)).not.toHaveProperty('lostReason');
    }
    expect(refused('lostOn', '2026-02-01')).toBe('facts.lossNeedsReason');
    expect(refused('lostOn', '2026-03-02', lost)).toBe('facts.inFuture');
    expect(refused('lostReason', '太贵了')).toBe('bulk.problem.noChoice');
  });

  it('are refused with a reason when they cannot be', () => {
    expect(refused('kind', '')).toBe('bulk.problem.noChoice');
    expect(refused('leadStatus', '不详')).toBe('bulk.problem.noChoice');
    expect(refused('doNotContact', '电话；飞鸽')).toBe('bulk.problem.noChoice');
    expect(refused('creditLimitFen', '很多')).toBe('fields.problem.money');
    expect(refused('creditLimitFen', '-5')).toBe('fields.problem.money');
    expect(refused('paymentTermsDays', '看情况')).toBe('fields.problem.number');
    expect(refused('acquiredOn', '2026-03-02')).toBe('facts.inFuture');
    expect(refused('acquiredOn', '上周')).toBe('fields.problem.date');
    expect(refused('code', '  ')).toBe('facts.codeNeeded');
  });

  it.each(['name', 'organization', 'title', 'owner', 'code', 'aliases'])('%s is told when it is too long', (key) => {
    expect(refused(key, '长'.repeat(600))).toBe('facts.tooLong');
  });

  it('keep the parts of a name with the name, and for people only', () => {
    const split = { ...person, familyName: '欧阳', givenName: '小满' };
    expect(typed('name', '诸葛明', split)).toMatchObject({ familyName: '诸葛', givenName: '明' });
    expect(typed('name', '诸葛明')).not.toHaveProperty('familyName');
    expect(typed('name', '青禾五金有限公司', split)).not.toHaveProperty('familyName');
    expect(typed('kind', 'company', split)).not.toHaveProperty('givenName');
    expect(typed('kind', 'person', split)).toMatchObject({ familyName: '欧阳' });
  });

  it('say choices by their words', () => {
    const world = { customFields: [], words: [] };
    const say = (key: string, text: string) =>
      inWords(typedOf(key, world)!, text, (message, values) => translate('zh-CN', message, values));
    expect(say('doNotContact', 'phone；sms')).toBe('电话；短信');
    expect(say('leadStatus', 'parked')).toBe('暂缓');
    expect(say('owner', 'parked')).toBe('parked');
  });
});
