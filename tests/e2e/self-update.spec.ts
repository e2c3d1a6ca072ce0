import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/archive.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { withPocketPage } from './pages/pocket-page.ts';
import { answerForm, selfUpdate } from './pages/self-update.ts';
import { shell } from './pages/shell.ts';

test('a customer checks the details on a page that never goes online, and the reply is taken over point by point', async ({
  archive: page,
  app,
}) => {
  const form = selfUpdate(page);
  await shell(page).goTo('customers');
  const customers = customersScreen(page);
  await customers.add({ name: '李四', phone: '13800138002' });
  const { reach, timeline } = await customers.add({ name: '张三', phone: '13800138001', note: 'zhang@old.cn' });

  await form.ask();
  await expect(form.message).toHaveValue(/电话：138 0013 8001[\s\S]*邮箱：zhang@old\.cn/);
  const path = join(app.filesDir, 'form.html');
  app.dialogs.prepare({ question: 'save-path', path });
  await form.saves('form.html');

  let reply = '';
  await withPocketPage(path, async (sent) => {
    reply = await answerForm(sent, {
      change: { '138 0013 8001': '139 0013 9001' },
      over: 'zhang@old.cn',
      add: '057188880000',
    });
    const saving = sent.waitForEvent('download');
    await sent.locator('#save').click();
    expect(await readFile(await (await saving).path(), 'utf8')).toBe(reply);
  });
  expect(reply).toContain('电话：139 0013 9001');

  await form.read();
  await form.pasted.fill(reply.replace('kebu1:', 'kebu1:A'));
  await form.refuses('selfUpdate.refused.damaged');
  await form.pasted.fill(reply);
  await expect(form.changes(3)).toHaveText([
    /电话.*138 0013 8001139 0013 9001/,
    /邮箱.*不再使用/,
    /电话.*057188880000/,
  ]);
  await form.changes(3).nth(2).getByText('电话').click();
  await form.takes(3);
  await expect(reach('field.phones').values).toHaveText(/^139 0013 9001/);
  await expect(timeline.getByText('电话：138 0013 8001 → 139 0013 9001')).toBeVisible();

  await form.read();
  await form.pasted.fill(reply);
  await expect(form.dialog.getByRole('alert')).toContainText('已经采纳过了');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(reach('field.phones').values).toHaveText('138 0013 8001');

  // A company writes in its own words who is there now, and how that one is reached.
  const company = await customers.add({ name: '永兴五金有限公司' });
  await form.read();
  await form.pasted.fill('新联系人 李强 会计 13600136000');
  await form.takes(1);
  await expect(company.people.names).toHaveText([/李强/]);
  await form.read();
  await form.pasted.fill('李强的手机换成13600136001，李强负责财务');
  await expect(form.changes(2)).toHaveText([/李强 · 角色.*财务/, /李强 · 电话.*136 0013 6000136 0013 6001/]);
  await form.takes(2);
  await expect(company.timeline.getByText('李强 电话：136 0013 6000 → 136 0013 6001')).toBeVisible();
});
