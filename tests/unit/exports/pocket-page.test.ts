import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pocketPage } from '#shared/exports/pocket-page.ts';
import type { ExportedCustomer } from '#shared/exports/exported-customer.ts';
import { translate } from '#shared/i18n/translate.ts';
import { aCustomer, anId, putContact } from '../../helpers/builders.ts';

const page = pocketPage({
  t: (key, values) => translate('zh-CN', key, values),
  language: 'zh-CN',
  today: '2026-03-01',
});

const exported = (
  part: Partial<Parameters<typeof aCustomer>[0]>,
  contacts: object[] = [],
  next: object | null = null,
) =>
  ({ customer: aCustomer({ id: 'c', ...part }), contacts, row: { nextFollowUp: next } }) as unknown as ExportedCustomer;

const person = (part: Partial<Parameters<typeof putContact>[0]> & { name: string }) =>
  (putContact({ id: part.name, customerId: anId('c'), ...part }) as { after: object }).after;

/** What stands between the tags, as a browser reads it. */
const textsOf = (html: string): string[] =>
  html
    .split(/<[^>]*>/)
    .filter((text) => text.trim() !== '')
    .map((text) =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    );

describe('the pocket list as a page', () => {
  it('says who it is, how to reach them and what was promised next, and keeps the rest at home', () => {
    const html = page.entry(
      exported(
        {
          kind: 'company',
          name: '永兴五金',
          note: '欠账',
          phones: [
            { raw: '13800138001', e164: '+8613800138001', kind: 'mobile' },
            { raw: '13800138009', e164: '+8613800138009', kind: 'mobile', status: 'vacant' },
            { raw: '057188880000', e164: '+8657188880000', kind: 'fax' },
          ],
        },
        [person({ name: '王芳', role: 'buyer' }), person({ name: '走了的人', leftOn: '2025-01-01' })],
        { due: '2026-03-05', title: '送样品' },
      ),
    );
    expect(textsOf(html)).toEqual(['永兴五金', '138 0013 8001', '王芳 ', '采购', '3月5日 送样品']);
    expect(html).toContain('href="tel:+8613800138001"');
    expect(html).toContain('data-keys="yongxingwujin yxwj"');
  });

  it('says a number once that a company and its people share, and dials nothing that is no number', () => {
    const phone = { raw: '057188880000', e164: '+8657188880000', extension: '802', kind: 'landline' } as const;
    const html = page.entry(
      exported({ name: '永兴五金', phones: [phone, { raw: '1.38E+10', kind: 'unknown' }] }, [
        person({
          name: '王芳',
          phones: [
            { ...phone, raw: '0571-88880000转802' },
            { ...phone, extension: '803' },
          ],
        }),
      ]),
    );
    const [first, second] = ['0571 8888 0000-802', '0571 8888 0000-803'];
    expect(textsOf(html)).toEqual(['永兴五金', first, '1.38E+10', '王芳', second]);
    expect(html.match(/tel:[^"]*/g)).toEqual(['tel:+8657188880000,802', 'tel:+8657188880000,803']);
  });

  it('shows markup in a name, a number or a mail as text', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'a', 'script', ' onclick=', '张'),
      minLength: 1,
    });
    fc.assert(
      fc.property(anyText, anyText, (name, raw) => {
        const texts = textsOf(page.entry(exported({ name, phones: [{ raw, kind: 'unknown' }] })));
        expect(texts.join('')).toBe(
          `${name}${raw}`.trim() === '' ? '' : [name, raw].filter((text) => text.trim() !== '').join(''),
        );
      }),
    );
  });

  it('may ask the network for nothing', () => {
    expect(page.start).toContain(`content="default-src 'none'; `);
    expect(`${page.start}${page.end}`).not.toMatch(/https?:|src=|@import|url\(/);
  });
});
