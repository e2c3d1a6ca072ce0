import { findBarriers } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/shop.ts';
import { customerCard } from './pages/customer-card.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { relationsBlock } from './pages/relations-block.ts';
import { shell } from './pages/shell.ts';
import { said, saidFirst } from './pages/words.ts';

test('relates a family, adds it up, and refuses introductions in a circle', async ({ shop }) => {
  const customers = customersScreen(shop);
  await shell(shop).goTo('customers');
  for (const name of ['闻人静', '闻人朗', '闻人小满']) {
    await customers.add({ name });
    await customers.closeCard();
  }
  const card = customerCard(shop, '闻人静').card;
  await customers.search.fill('闻人');
  await customers.open('闻人静');
  const relations = relationsBlock(shop, card);

  await test.step('by the keyboard: somebody found while typing, and a name that is nobody yet', async () => {
    await relations.add({ find: 'wenrenl', take: '闻人朗', role: 'relation.spouse' });
    await relations.add({ find: '闻人小满', take: '闻人小满', role: 'relation.child' });
    await relations.add({ find: '姥姥', role: 'relation.parent' });
    await expect(relations.row('姥姥')).toContainText('未建档');
    await expect(relations.household).toContainText('4 人');
    expect(await findBarriers(shop)).toEqual([]);
  });
  await test.step('the other end says the same from its side, one key away', async () => {
    await relations.row('闻人小满').getByRole('button', { name: '闻人小满', exact: true }).press('Enter');
    const other = relationsBlock(shop, customerCard(shop, '闻人小满').card);
    await expect(other.row('闻人静')).toContainText('父母');
    await expect(other.household).toContainText('4 人');
    await other.add({ find: '闻人静', take: '闻人静', role: 'relation.introducer' });
    await other.row('闻人静').getByRole('button', { name: '闻人静', exact: true }).first().press('Enter');
  });
  await test.step('nobody is introduced by whom they introduced', async () => {
    await relations.fillIn({ find: '闻人小满', take: '闻人小满', role: 'relation.introducer' });
    await expect(relations.dialog).toContainText('这样会绕成一圈：闻人静 → 闻人小满');
    await expect(relations.dialog.getByRole('button', { name: '保存' })).toBeDisabled();
    await shop.keyboard.press('Escape');
  });
  await test.step('what was not saved waits on the card, also behind the lock', async () => {
    await frontDoor.lock(shop);
    await frontDoor.unlock(shop);
    await shell(shop).isOpen();
    await shell(shop).goTo('customers');
    await customers.search.fill('闻人');
    await customers.open('闻人静');
    await relations.block.getByRole('button', { name: '没存完：闻人小满' }).click();
    await expect(relations.dialog).toContainText('上次写到这里，还没有保存。');
    await relations.dialog.getByRole('button', { name: said('ui.cancel') }).click();
    await expect(relations.block.getByRole('button', { name: '没存完：闻人小满' })).toBeHidden();
  });
  await test.step('somebody of the household was called today', async () => {
    await customerCard(shop, '闻人静').log('问好');
    await relations.row('闻人朗').getByRole('button', { name: '闻人朗', exact: true }).press('Enter');
    const spouse = customerCard(shop, '闻人朗').card;
    await expect(spouse.getByText(said('relations.contactedToday', { names: '闻人静' }))).toBeVisible();
    await relationsBlock(shop, spouse)
      .row('闻人静')
      .getByRole('button', { name: '闻人静', exact: true })
      .press('Enter');
  });
  await test.step('who is related by a kind that is offered no more is still found by it', async () => {
    const kinds = shop.getByRole('dialog', { name: said('relations.kinds') });
    const openKinds = async () => {
      await relations.block.getByRole('button', { name: said('relations.add') }).press('Enter');
      await shop.getByRole('button', { name: said('relations.manageKinds') }).press('Enter');
    };
    const leaveKinds = async () => {
      await shop.keyboard.press('Escape');
      await expect(kinds).toBeHidden();
    };
    await openKinds();
    await kinds.getByRole('textbox', { name: said('relations.kindName') }).fill('师傅');
    await kinds.getByRole('textbox', { name: said('relations.kindInverse') }).fill('徒弟');
    await shop.keyboard.press('Enter');
    await expect(kinds.getByText('师傅 ↔ 徒弟')).toBeVisible();
    await leaveKinds();
    await shop.keyboard.press('Escape');
    await expect(relations.dialog).toBeHidden();
    await relations.add({ find: '闻人小满', take: '闻人小满', role: { own: '徒弟' } });
    await openKinds();
    await kinds.getByRole('button', { name: said('relations.removeKind', { name: '师傅' }) }).press('Enter');
    await expect(kinds.getByText(saidFirst('relations.kindNotOffered'))).toBeVisible();
    await leaveKinds();
    await shop.keyboard.press('Escape');
    await expect(relations.dialog).toBeHidden();
    await customers.find('关系:徒弟', ['闻人静']);
    await customers.search.fill('闻人');
  });
  await test.step('what is removed comes back', async () => {
    await relations.choose('闻人朗', 'relations.remove');
    await expect(relations.household).toContainText('3 人');
    await shop.keyboard.press('Control+z');
    await expect(relations.household).toContainText('4 人');
  });
});
