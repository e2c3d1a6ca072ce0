import { expect, test } from './fixtures/archive.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { said } from './pages/words.ts';

test('looks after numbers, mails and addresses one by one, those of contact persons too', async ({ archive: page }) => {
  const customers = customersScreen(page);
  await test.step('looks after numbers, mails and addresses one by one, by the keyboard', async () => {
    await customers.add({ name: '单国强', phone: '139-1234-5678' });
    const card = await customers.add({ name: '仇小满', phone: '138 0013 8001' });
    await card.showAllFacts();
    const phones = card.reach('field.phones');

    await test.step('several at once, and who has one of them already is told while it is typed', async () => {
      await phones.add('13912345678');
      await expect(card.card.getByRole('button', { name: '单国强' })).toBeVisible();
      await page.keyboard.press('Escape');
      await phones.add('0571 8888 6666；400-820-8820', 'Enter');
      await expect(phones.values).toHaveText([/138 0013 8001/, /0571 8888 6666/, /400 820 8820/]);
    });
    await test.step('a label, a state and the day it was found right', async () => {
      await phones.label(1, '公司');
      await phones.choose(0, '空号');
      await expect(phones.values.nth(0)).toContainText('空号');
      await phones.values.nth(1).press('v');
      await expect(phones.values.nth(1)).toContainText('今天核实');
      await phones.values.nth(1).press('c');
      await expect(page.getByText(said('reach.copied', { value: '057188886666' }))).toBeVisible();
      await customers.find('电话状态:空号', ['仇小满']);
      await customers.search.fill('');
    });
    await test.step('the order by the keyboard, which goes along', async () => {
      await phones.values.nth(1).press('Alt+ArrowUp');
      await expect(phones.values).toHaveText([/0571 8888 6666/, /138 0013 8001/, /400 820 8820/]);
      await expect(phones.values.nth(0)).toBeFocused();
    });
    await test.step('Enter edits, Tab saves and goes on to the next value', async () => {
      await phones.values.nth(1).press('Enter');
      await phones.box.fill('13700001111');
      await page.keyboard.press('Tab');
      await expect(phones.values).toHaveText([/0571 8888 6666/, /137 0000 1111/, /400 820 8820/]);
      await expect(phones.values.nth(2)).toBeFocused();
      await page.keyboard.press('Delete');
      await expect(phones.values).toHaveCount(2);
    });
    await test.step('what is no number stays in its box and says so', async () => {
      await phones.values.nth(1).press('Enter');
      await phones.box.fill('没有号码');
      await page.keyboard.press('Enter');
      await expect(card.card.getByText(said('reach.problem.phones'))).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(phones.values.nth(1)).toBeFocused();
    });
    await test.step('one value comes back from the history, the others stay', async () => {
      const history = await card.history('field.phones');
      await history
        .getByRole('button', { name: /400 820 8820/ })
        .first()
        .click();
      await page.keyboard.press('Escape');
      await expect(phones.values).toHaveText([/0571 8888 6666/, /137 0000 1111/, /400 820 8820/]);
    });
    await test.step('of many the first few are there, and all of them at a press', async () => {
      await phones.add(Array.from({ length: 6 }, (_, at) => `1360000000${String(at)}`).join('；'), 'Enter');
      await expect(phones.values).toHaveCount(6);
      await card.card.getByRole('button', { name: said('card.showOthers', { count: 3 }) }).press('Enter');
      await expect(phones.values).toHaveCount(9);
      await expect(phones.values.nth(6)).toBeFocused();
      await page.keyboard.press('Control+z');
      await expect(phones.values).toHaveCount(3);
    });
    await test.step('one pasted line becomes province, city, district, street and postcode', async () => {
      const addresses = card.reach('field.addresses');
      await addresses.add('310012 浙江省杭州市西湖区文三路1号');
      await expect(card.card.getByRole('definition').filter({ hasText: /^西湖区$/ })).toBeVisible();
      await page.keyboard.press('Enter');
      await addresses.choose(0, said('reach.parts'));
      await page.getByRole('textbox', { name: said('reach.part.street') }).fill('文三路2号');
      await page.keyboard.press('Enter');
      await expect(addresses.values).toHaveText([/浙江省杭州市西湖区文三路2号/]);
    });
  });
  await test.step('keeps contact persons with all that is known of them', async () => {
    const card = await customers.add({ name: '杭州永兴五金有限公司', phone: '0571 8888 6666' });
    const people = card.people;

    await people.add({ name: '钱永兴', title: '店长', phone: '13912345678' });
    await people.add({ name: '韩会计', title: '会计', phone: '13700001111' });
    const person = await people.open('韩会计');
    await test.step('mail, accounts and address of a person, each by itself', async () => {
      await card.reach('field.emails', person).add('han@example.com', 'Enter');
      await card.reach('field.ims', person).add('qq: 12345678', 'Enter');
      await expect(card.reach('field.ims', person).values).toHaveText([/12345678 *QQ/]);
      await card.reach('field.addresses', person).add('浙江省杭州市余杭区良渚街道1号', 'Enter');
      await expect(card.reach('field.addresses', person).values).toHaveText([/余杭区良渚街道1号/]);
    });
    await test.step('the main contact stands first, and who left stands last', async () => {
      await people.choose('韩会计', said('contacts.makeMain'));
      await expect(people.names).toHaveText([/韩会计/, /钱永兴/]);
      await people.choose('韩会计', said('contacts.leave'));
      await expect(people.names).toHaveText([/钱永兴/, /韩会计.*离职/]);
    });
    await test.step('somebody who was removed comes back by one key', async () => {
      await people.choose('钱永兴', said('contacts.remove'));
      await expect(people.names).toHaveText([/韩会计/]);
      await page.keyboard.press('Control+z');
      await expect(people.names).toHaveText([/钱永兴/, /韩会计/]);
    });
    await test.step('a company that turns out to be a person keeps them in sight', async () => {
      await card.showAllFacts();
      await card.chooseFact('field.kind', 'kind.person');
      await expect(card.fact('field.kind')).toContainText(said('kind.person'));
      await expect(people.names).toHaveText([/钱永兴/, /韩会计/]);
    });
  });
});
