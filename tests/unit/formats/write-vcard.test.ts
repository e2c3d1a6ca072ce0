import { describe, expect, it } from 'vitest';
import { writeVCard } from '#shared/formats/vcard/write-vcard.ts';
import { aCustomer } from '../../helpers/builders.ts';

/** RFC 2426 values as an independent few lines read them. */
function read(text: string): Record<string, string> {
  const lines = text.trimEnd().split('\r\n');
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}

describe('a vCard', () => {
  it('says of a person what an address book takes, and nothing of what was noted', () => {
    const text = writeVCard(
      aCustomer({
        id: 'c1',
        name: '欧阳若兰',
        familyName: '欧阳',
        givenName: '若兰',
        organization: '永兴五金; 建材,一店',
        title: '店长',
        note: '欠三百元',
        phones: [
          { raw: '138 0013 8000', e164: '+8613800138000', kind: 'mobile' },
          { raw: '0571-8765 4321 转 8', kind: 'landline' },
          { raw: '139', kind: 'mobile', status: 'vacant' },
        ],
        addresses: [
          { province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路9号', postcode: '310012' },
        ],
        birthday: { calendar: 'solar', year: 1988, month: 3, day: 2 },
      }),
    );
    expect(read(text)).toEqual({
      BEGIN: 'VCARD',
      VERSION: '3.0',
      N: '欧阳;若兰;;;',
      FN: '欧阳若兰',
      ORG: '永兴五金\\; 建材\\,一店',
      TITLE: '店长',
      'TEL;TYPE=CELL': '+8613800138000',
      'TEL;TYPE=VOICE': '0571-8765 4321 转 8',
      'ADR;TYPE=WORK': ';;西湖区文三路9号;杭州市;浙江省;310012;',
      BDAY: '1988-03-02',
      END: 'VCARD',
    });
  });

  it('takes the whole name where its parts are unknown, and gives a company none', () => {
    expect(read(writeVCard(aCustomer({ id: 'c1', name: '王芳' })))).toMatchObject({ N: ';王芳;;;', FN: '王芳' });
    const company = read(writeVCard(aCustomer({ id: 'c1', name: '永兴五金', kind: 'company' })));
    expect(company).toMatchObject({ N: ';;;;', FN: '永兴五金', ORG: '永兴五金' });
  });

  it('keeps a middle name, and says home and work where the labels do', () => {
    const card = writeVCard(
      aCustomer({
        id: 'c1',
        name: 'José Luis García Ortiz',
        familyName: 'García Ortiz',
        givenName: 'José',
        phones: [
          { raw: '+44 7700 900123', kind: 'unknown', label: 'Mobile' },
          { raw: '0571-87654321', kind: 'landline', label: '单位' },
        ],
        emails: [{ address: 'jose@mar.example', label: 'Home' }],
        addresses: [{ street: 'Calle de Alcalá 45', label: 'Home' }],
      }),
    );
    expect(read(card)).toMatchObject({
      N: 'García Ortiz;José;Luis;;',
      'TEL;TYPE=CELL': '+44 7700 900123',
      'TEL;TYPE=VOICE;TYPE=WORK': '0571-87654321',
      'EMAIL;TYPE=INTERNET;TYPE=HOME': 'jose@mar.example',
      'ADR;TYPE=HOME': ';;Calle de Alcalá 45;;;;',
    });
  });

  it('keeps a lunar birthday to itself, which no address book would get right', () => {
    const birthday = { calendar: 'lunar', year: 1988, month: 8, day: 15 } as const;
    expect(read(writeVCard(aCustomer({ id: 'c1', birthday })))).not.toHaveProperty('BDAY');
  });

  it('gives a birthday without a year as Apple does, which the address books of phones understand', () => {
    const birthday = { calendar: 'solar', month: 8, day: 5 } as const;
    expect(read(writeVCard(aCustomer({ id: 'c1', birthday })))).toMatchObject({
      'BDAY;X-APPLE-OMIT-YEAR=1604': '1604-08-05',
    });
  });

  it('cannot be broken out of by a name with line feeds', () => {
    const text = writeVCard(aCustomer({ id: 'c1', name: '王芳\r\nTEL:110\nEND:VCARD' }));
    expect(text.split('\r\n').filter((line) => line.startsWith('TEL') || line === 'END:VCARD')).toEqual(['END:VCARD']);
  });
});
