import { findBarriers, saysWhatItShows } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/archive.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { shell } from './pages/shell.ts';
import { todayScreen } from './pages/today-screen.ts';
import { said, saidFirst, saidLast } from './pages/words.ts';

test('keeps facts true: puts an earlier value back, says that they hold, shows the days to come, fits a phone', async ({
  archive: page,
}) => {
  const customers = customersScreen(page);
  await customers.add({ name: '单国强', phone: '139-1234-5678' });
  const card = await customers.add({ name: '仇小满', phone: '138 0013 8001', organization: '青禾五金' });
  await card.showAllFacts();

  await test.step('an earlier value is put back from the history of a fact', async () => {
    await card.editFact('field.organization', '永兴建材');
    const history = await card.history('field.organization');
    await history.getByRole('button', { name: said('facts.putBackValue', { value: '青禾五金' }) }).click();
    await expect(card.fact('field.organization')).toContainText('青禾五金');
    await page.keyboard.press('Escape');
  });
  await test.step('who types on without waiting has every fact saved', async () => {
    await card.fact('field.organization').click();
    await card.factBox('field.organization').fill('永兴集团');
    await page.keyboard.press('Tab');
    await expect(card.fact('field.title')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.type('店长');
    await page.keyboard.press('Enter');
    await expect(card.fact('field.organization')).toContainText('永兴集团');
    await expect(card.fact('field.title')).toContainText('店长');
  });
  await test.step('of which kind a customer is and how they want to be reached is said where it stands', async () => {
    await card.chooseFact('field.leadStatus', 'leadStatus.working');
    await card.tickFact('field.doNotContact', ['channel.phone', 'channel.sms']);
    await expect(card.card.getByText(/^不要用电话.+短信联系$/)).toBeVisible();
    await card.editFact('field.creditLimitFen', '2万');
    await expect(card.fact('field.creditLimitFen')).toContainText('¥20,000');
    await card.editFact('field.code', 'C-2026-00001');
    await expect(card.card.getByText('单国强')).toBeVisible();
    await card.chooseFact('field.kind', 'kind.company');
    await expect(card.fact('field.kind')).toContainText(said('kind.company'));
    await expect(card.card.getByRole('region', { name: said('contacts.title') })).toBeVisible();
  });
  await test.step('a customer is lost for a reason by two keys, and found by it', async () => {
    await card.card.getByRole('heading', { level: 2 }).click();
    await page.keyboard.press('x');
    await expect(page.getByRole('dialog').getByRole('button', { name: saidFirst('lossReason.price') })).toBeFocused();
    await page.keyboard.press('4');
    await expect(card.fact('field.lostReason')).toContainText(said('lossReason.competitor'));
    await expect(card.card.getByText(/^今天标记为流失：竞品$|标记为流失：竞品$/)).toBeVisible();
    await customers.find('流失原因:竞品', ['仇小满']);
    await customers.find('阶段:流失', ['仇小满']);
    await customers.search.fill('');
    await card.card.getByRole('heading', { level: 2 }).click();
    await page.keyboard.press('x');
    await expect(card.card.getByText(/标记为流失：竞品$/)).toBeHidden();
  });
  await test.step('one key says that everything is still right', async () => {
    await expect(card.card.getByText(saidLast('facts.neverVerified'))).toBeVisible();
    await card.card.getByRole('heading', { level: 2 }).click();
    await page.keyboard.press('v');
    await expect(card.card.getByRole('button', { name: saidFirst('facts.stillRight') })).toBeDisabled();
  });
  await test.step('a lunar birthday shows the next ten days in both calendars', async () => {
    await card.editFact('field.birthday', '农历1988年八月十五');
    await card.card.getByRole('button', { name: /^生日：接下来的十次$/ }).click();
    const days = page.getByRole('dialog').getByRole('listitem');
    await expect(days).toHaveCount(10);
    for (const day of await days.all()) await expect(day).toContainText('农历八月十五');
    await page.keyboard.press('Escape');
  });
  await test.step('other days of every year, in either calendar, are kept and come up on the list of today', async () => {
    await card.dates.add({ label: '结婚纪念日', date: '2019-11-24' });
    await card.dates.add({ label: '开业', isLastDayOfLunarYear: true });
    await expect(card.dates.values).toHaveText([/结婚纪念日 *2019-11-24/, /开业 *农历除夕.*2027年2月5日/]);
    // What a button shows is said with its name.
    await expect(card.dates.values.nth(1)).toHaveAccessibleName(/开业 农历除夕 2027年2月5日/);
    expect(await findBarriers(page, saysWhatItShows)).toEqual([]);
    await card.dates.values.nth(1).press('Enter');
    const label = page.getByRole('dialog').getByRole('textbox', { name: said('dates.label') });
    await label.fill('开业周年');
    await page.keyboard.press('Escape');
    await card.dates.values.first().hover();
    await card.card.getByRole('button', { name: said('dates.remove', { label: '结婚纪念日' }) }).click();
    await expect(card.dates.values).toHaveCount(1);
    await card.dates.values.first().press('Enter');
    // What was typed stands where its day is by now.
    await expect(label).toHaveValue('开业周年');
    await page.keyboard.press('Escape');
    await shell(page).undo();
    await expect(card.dates.values).toHaveCount(2);
    await card.dates.values.first().press('Enter');
    await expect(label).toHaveValue('结婚纪念日');
    await page.keyboard.press('Escape');
    await card.dates.values.nth(1).hover();
    await card.card.getByRole('button', { name: said('dates.remove', { label: '开业' }) }).click();
    await expect(card.dates.values).toHaveCount(1);
    const history = await card.history('field.anniversaries');
    await expect(history).toContainText('结婚纪念日');
    await page.keyboard.press('Escape');
    await shell(page).goTo('today');
    await expect(todayScreen(page).side).toContainText('结婚纪念日');
    await shell(page).goTo('customers');
    await customers.find('纪念日:结婚', ['仇小满']);
    await customers.find('纪念日:开业', []);
    await customers.find('纪念日<7天', ['仇小满']);
    await customers.search.fill('');
  });
  await test.step('a phone takes the customer over by a code', async () => {
    await card.card.getByRole('button', { name: said('ui.more') }).click();
    await page.getByRole('menuitem', { name: said('card.vcard') }).click();
    await expect(page.getByRole('img', { name: said('card.vcard.label', { name: '仇小满' }) })).toBeVisible();
    await page.keyboard.press('Escape');
  });
});
