import { expect, test } from './fixtures/shop.ts';
import { customerCard } from './pages/customer-card.ts';
import { gapsScreen } from './pages/gaps-screen.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('fills what is missing by keys alone, the most valuable first, and takes it back', async ({ shop }) => {
  const gaps = gapsScreen(shop);
  const press = (key: string) => shop.keyboard.press(key);
  await gaps.come();

  const region = gaps.boxes('field.region').first();
  const name = ((await region.getAttribute('aria-label')) ?? '').split(' · ')[0] ?? '';
  await region.focus();
  await shop.keyboard.type('火星');
  await press('Enter');
  await expect(gaps.problem).toHaveText(said('gaps.problem.region'));
  await press('Escape');
  await expect(region).toHaveValue('');
  await shop.keyboard.type('杭州西湖区');
  await press('Enter');
  await shell(shop).tells(`${name}：地区 已补上`);
  await expect(gaps.line(name)).toContainText(/地区\s*杭州/);
  await expect(gaps.progress).toHaveAccessibleName(/补了 1 项/);

  // Already in the next box: what is chosen there is saved by going on.
  const source = gaps.boxes('field.source').first();
  await source.focus();
  await press('ArrowDown');
  await press('Tab');
  await expect(gaps.progress).toHaveAccessibleName(/补了 2 项/);
  // In an empty box, and outside of all of them.
  await press('Control+z');
  await expect(gaps.progress).toHaveAccessibleName(/补了 1 项/);
  await press('Escape');
  await press('Control+z');
  await expect(gaps.progress).toHaveAccessibleName(/补了 0 项/);
  await expect(region).toHaveAccessibleName(`${name} · 地区`);
  await expect(region).toHaveValue('');

  // What nobody has or will say is answered by a key, and taken back where it stands.
  const birthday = gaps.boxes('field.birthday').first();
  const silent = ((await birthday.getAttribute('aria-label')) ?? '').split(' · ')[0] ?? '';
  await birthday.focus();
  await press('Alt+x');
  await expect(gaps.problem).toHaveText(said('gaps.problem.answer', { answer: '不愿透露' }));
  await press('Alt+s');
  await expect(gaps.line(silent)).toContainText(/生日\s*不愿透露/);
  await expect(gaps.progress).toHaveAccessibleName(/补了 1 项/);
  await gaps.takeBack(silent).press('Enter');
  await expect(birthday).toBeFocused();
  await expect(gaps.progress).toHaveAccessibleName(/补了 0 项/);

  // What counts is remembered.
  await expect(gaps.boxes('field.gender')).toHaveCount(0);
  await gaps.asked('field.gender').press('Space');
  await expect(gaps.boxes('field.gender').first()).toBeVisible();
  await expect(gaps.asked('field.gender')).toBeFocused();
  await press('Escape');
  await expect(gaps.screen).toBeHidden();
  await gaps.come();
  await expect(gaps.asked('field.gender')).toBeChecked();
  await expect(gaps.line(name)).toBeVisible();

  // On the card likewise, until there is a value.
  await gaps.line(name).getByRole('button', { name, exact: true }).press('Enter');
  const { card, fact } = customerCard(shop, name);
  await card.getByRole('button', { name: said('facts.all') }).press('Enter');
  const account = fact('field.ims');
  await account.press('Alt+x');
  await expect(account).toHaveText(/^没有 · \d+月\d+日$/);
  await press('Tab');
  await press('Enter');
  await expect(account).toHaveText('—');
  await expect(account).toBeFocused();
  await press('Alt+x');
  await account.press('Enter');
  await shop.keyboard.type('jiajing_yl');
  await press('Enter');
  await expect(account).toHaveText(/jiajing_yl/);
});
