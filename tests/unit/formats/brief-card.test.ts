import { encodeQR } from 'qr';
import { describe, expect, it } from 'vitest';
import { briefCard } from '#shared/formats/vcard/brief-card.ts';
import { writeVCard } from '#shared/formats/vcard/write-vcard.ts';
import { aCustomer } from '../../helpers/builders.ts';

const phone = (at: number, status?: 'vacant') => ({
  raw: `1380013${String(8000 + at)}`,
  e164: `+861380013${String(8000 + at)}`,
  kind: 'mobile' as const,
  ...(status && { status }),
});

describe('a card for a code', () => {
  it('is the customer as they are where that is little', () => {
    const customer = aCustomer({ id: 'c1', name: '张三', organization: '永兴五金', phones: [phone(0)] });
    expect(writeVCard(briefCard(customer).card)).toBe(writeVCard(customer));
    expect(briefCard(customer).leftOut).toBe(0);
  });

  it('begins with the first ways that can be used, and counts the others', () => {
    const phones = [phone(0, 'vacant'), ...Array.from({ length: 30 }, (_, at) => phone(at + 1))];
    const { card, leftOut } = briefCard(aCustomer({ id: 'c1', name: '多号先生', phones }));
    expect(card.phones.map(({ raw }) => raw)).toEqual(['13800138001', '13800138002', '13800138003']);
    expect(leftOut).toBe(27);
  });

  it('fits into a code that a camera reads, whatever is known', () => {
    const long = '龙'.repeat(200);
    const { card } = briefCard(
      aCustomer({
        id: 'c1',
        name: long,
        organization: long.slice(0, 190),
        title: long.slice(0, 100),
        website: `https://${'a'.repeat(280)}.example`,
        phones: Array.from({ length: 50 }, (_, at) => phone(at)),
        emails: Array.from({ length: 50 }, (_, at) => ({ address: `${'m'.repeat(60)}${String(at)}@example.com` })),
        addresses: Array.from({ length: 50 }, () => ({ province: '浙江省', city: '杭州市', street: long })),
      }),
    );
    expect(encodeQR(writeVCard(card), 'raw', { ecc: 'medium', border: 2 }).length).toBeLessThanOrEqual(140);
  });
});
