import { networkInterfaces } from 'node:os';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures/app.ts';
import { dataScreen } from './pages/data-screen.ts';
import { safetyPage } from './pages/safety-page.ts';

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '<iframe src="https://elsewhere.example/"></iframe>',
  '<a href="https://elsewhere.example/">x</a>',
];

/** What an injected script would do is noticed; nothing of it may happen. */
async function watchForScripts(page: Page): Promise<() => Promise<string[]>> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(app|blob|data):/.test(request.url())) seen.push(request.url());
  });
  return async () => {
    await page.waitForTimeout(200);
    const strange = await page.evaluate(() =>
      [...document.querySelectorAll('iframe, object, embed, svg[onload], img[onerror], [onclick], body script')].map(
        (element) => element.outerHTML,
      ),
    );
    return [...seen, ...strange];
  };
}

test('shows as text whatever is typed, in every text field of a new customer and of the shop', async ({ app }) => {
  const page = await safetyPage.begin(app);
  const seen = await watchForScripts(page);
  for (const payload of payloads.slice(0, 3)) await safetyPage.addCustomer(page, payload);
  for (const payload of payloads.slice(0, 3)) {
    await expect(page.getByRole('grid').getByText(payload, { exact: true }).first()).toBeVisible();
  }
  // Wherever a text can be typed, the payloads are typed.
  await page
    .getByRole('grid')
    .getByText(payloads[0] ?? '', { exact: true })
    .first()
    .click();
  await expect(page.getByRole('article')).toBeVisible();
  for (const [at, field] of (await page.getByRole('main').getByRole('textbox').all()).entries()) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue;
    await field.fill(payloads[at % payloads.length] ?? '');
    await field.press('Control+Enter');
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type(payloads[1] ?? '');
  await page.keyboard.press('Escape');
  for (const screen of ['Alt+1', 'Alt+3', 'Alt+4', 'Alt+6']) {
    await page.keyboard.press(screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(await seen()).toEqual([]);
});

test('shows as text whatever stands in an imported file, its name included', async ({ app }) => {
  const page = await safetyPage.begin(app);
  const seen = await watchForScripts(page);
  await page.keyboard.press('Alt+5');
  const data = dataScreen(page);
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const header = ['姓名', '手机', '公司', '地址', '备注', payloads[1] ?? ''].map(quoted).join(',');
  const rows = payloads.map((payload, at) =>
    [payload, `1390000000${String(at)}`, payload, payload, payload, payload].map(quoted).join(','),
  );
  const name = '<img src=x onerror=alert(1)>.csv';
  await data.choose({ name, mimeType: 'text/csv', buffer: Buffer.from([header, ...rows].join('\r\n')) });
  await expect(data.preview).toBeVisible();
  expect(await seen()).toEqual([]);
  expect((await data.tryOut()).created).toBeGreaterThan(0);
  await data.write();
  expect(await seen()).toEqual([]);
  await page.keyboard.press('Alt+2');
  await expect(
    page
      .getByRole('grid')
      .getByText(payloads[0] ?? '', { exact: true })
      .first(),
  ).toBeVisible();
  expect(await seen()).toEqual([]);
});

test('works where there is no network at all', async ({ app }) => {
  test.skip(process.env['KEBU_NO_NETWORK'] !== '1', 'runs in `npm run test:offline`');
  expect(networkInterfaces()).toEqual({});
  const page = await safetyPage.begin(app, '张国强');
  await expect(page.getByRole('contentinfo').getByText('离线')).toBeVisible();
});
