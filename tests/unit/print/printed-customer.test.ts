import { describe, expect, it } from 'vitest';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { byPlace, letterFrom, printedCustomerOf } from '#shared/print/printed-customer.ts';
import { aCustomer } from '../../helpers/builders.ts';

function dossier(part: Omit<Parameters<typeof aCustomer>[0], 'id'>, others: Partial<Dossier> = {}): Dossier {
  const customer = aCustomer({ id: 'c1', ...part });
  return { customerId: customer.id, customer, contact: [], followUp: [], ...others } as unknown as Dossier;
}

describe('a customer on paper', () => {
  it('has numbers that can be called, each once, and the address with a street', () => {
    const printed = printedCustomerOf(
      dossier({
        name: '王芳',
        organization: '永兴五金',
        phones: [
          { raw: '138 0013 8000', e164: '+8613800138000', kind: 'mobile' },
          { raw: '13800138000', e164: '+8613800138000', kind: 'mobile' },
          { raw: '0571-1', kind: 'fax' },
          { raw: '139', kind: 'mobile', status: 'vacant' },
        ],
        addresses: [
          { province: '浙江省' },
          { province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路9号', postcode: '310012' },
        ],
      }),
    );
    expect(printed).toMatchObject({
      phones: ['138 0013 8000'],
      address: '浙江省杭州市西湖区文三路9号',
      postcode: '310012',
      place: '杭州市 西湖区',
    });
  });

  it('says the next open follow-up, and no company that is the name itself', () => {
    const followUp = [
      { status: 'open', due: '2026-03-09', title: '后' },
      { status: 'done', due: '2026-03-01', title: '完' },
      { status: 'open', due: '2026-03-02', title: '先' },
    ] as Dossier['followUp'];
    const printed = printedCustomerOf(dossier({ name: '永兴五金', organization: '永兴五金' }, { followUp }));
    expect(printed).toMatchObject({
      organization: '',
      next: { due: '2026-03-02', title: '先' },
      address: '',
      place: '',
    });
  });

  it('parts an address in Latin letters by commas', () => {
    const addresses = [{ street: '12 High Street', city: 'Oxford', country: 'England' }];
    expect(printedCustomerOf(dossier({ addresses })).address).toBe('12 High Street, Oxford, England');
  });

  it('gets mail at a company by the one who is talked to there', () => {
    const person = (name: string, more = {}) => ({ id: name, name, phones: [], ...more });
    const mailOf = (part: object, ...contact: object[]) => {
      const { addressee, company } = printedCustomerOf(dossier(part, { contact } as unknown as Partial<Dossier>));
      return [addressee, company];
    };
    const gate = { name: '永康门窗厂', kind: 'company' };
    expect(mailOf(gate, person('王厂长'))).toEqual(['王厂长', '永康门窗厂']);
    expect(mailOf(gate, person('李会计'), person('王厂长', { primary: true }))).toEqual(['王厂长', '永康门窗厂']);
    expect(mailOf(gate, person('李会计'), person('赵出纳'))).toEqual(['永康门窗厂', '']);
    expect(mailOf(gate, person('王厂长', { leftOn: '2026-01-01' }))).toEqual(['永康门窗厂', '']);
    expect(mailOf({ name: '张三', kind: 'person', organization: '永康门窗厂' })).toEqual(['张三', '永康门窗厂']);
  });

  it.each([
    [
      { street: '12 Harbour Street', city: 'Whitby', province: 'North Yorkshire', postcode: 'yo21 3pu', country: 'UK' },
      ['12 Harbour Street', 'WHITBY', 'YO21 3PU', 'UNITED KINGDOM'],
    ],
    [
      { street: '500 Howard St', city: 'San Francisco', province: 'CA', postcode: '94105', country: 'US' },
      ['500 Howard St', 'San Francisco, CA 94105', 'UNITED STATES'],
    ],
    [
      { street: '8 rue des Lilas', city: 'Lyon', postcode: '69003', country: 'France' },
      ['8 rue des Lilas', '69003 Lyon', 'FRANCE'],
    ],
    [
      { street: '290 Bremner Blvd', city: 'Toronto', province: 'ON', postcode: 'M5V 3L9' },
      ['290 Bremner Blvd', 'Toronto, ON M5V 3L9'],
    ],
    [
      { street: '1 Macquarie St', city: 'Sydney', province: 'NSW', postcode: '2000', country: 'Australia' },
      ['1 Macquarie St', 'Sydney, NSW 2000', 'AUSTRALIA'],
    ],
    [{ province: '浙江省', city: '杭州市', street: '文三路9号', postcode: '310012' }, []],
  ])('gets letters abroad by the customs there', (address, letter) => {
    expect(letterFrom('CN', printedCustomerOf(dossier({ addresses: [address] })))).toEqual(letter);
  });

  it('does not say the country on letters within it', () => {
    const printed = printedCustomerOf(
      dossier({ addresses: [{ street: '1 The Headrow', city: 'Leeds', country: 'England' }] }),
    );
    expect(letterFrom('GB', printed)).toEqual(['1 The Headrow', 'LEEDS']);
  });

  it('is met place by place, street by street, those without an address last', () => {
    const at = (id: string, place: string, address: string) =>
      ({ ...printedCustomerOf(dossier({ name: id })), id, place, address }) as const;
    const route = byPlace([
      at('a', '', ''),
      at('b', '杭州市 西湖区', '文三路'),
      at('c', '北京市', '长安街'),
      at('d', '杭州市 西湖区', '莫干山路'),
    ]);
    expect(route.map(({ customers }) => customers.map(({ id }) => id))).toEqual([['c'], ['d', 'b'], ['a']]);
  });
});
