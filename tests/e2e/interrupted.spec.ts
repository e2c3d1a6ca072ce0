import { expect, test } from './fixtures/archive.ts';
import { customerGrid } from './pages/customer-grid.ts';
import { customersScreen } from './pages/customers-screen.ts';
import { frontDoor } from './pages/front-door.ts';
import { shell } from './pages/shell.ts';
import { said } from './pages/words.ts';

test('whoever is interrupted goes on where they were, and nothing that was typed is lost', async ({
  archive: page,
}) => {
  const customers = customersScreen(page);
  const list = customerGrid(page);
  const curtain = page.getByRole('main', { name: said('curtain.title') });
  const box = list.grid.getByRole('textbox');
  const lookAway = async (): Promise<void> => {
    await list.press('F9');
    await expect(curtain).toBeVisible();
    await expect(curtain.getByRole('button')).toBeFocused();
  };
  const lookAgain = async (): Promise<void> => {
    await list.press('F9');
    await expect(curtain).toBeHidden();
  };
  const typeIntoName = async (text: string): Promise<void> => {
    await list.grid.focus();
    await list.press('Escape', 'Control+Home', 'ArrowRight', 'F2');
    await expect(box).toBeFocused();
    await page.keyboard.type(text);
  };
  const card = await customers.add({ name: '张三', phone: '13800138001' });

  await test.step('by the curtain, in a note about a contact', async () => {
    const note = card.composer.getByRole('textbox', { name: said('compose.label') });
    await note.fill('问了价');
    await lookAway();
    await lookAgain();
    await expect(note).toBeFocused();
    await note.fill('');
    await card.close();
  });
  await test.step('by the curtain, in the line for a new customer; no key reaches what is behind it', async () => {
    await list.press('n');
    await customers.line.fill('李四');
    await lookAway();
    await list.press('Escape', 'n', 'Control+z');
    await expect(customers.form).toBeAttached();
    await lookAgain();
    await expect(customers.line).toBeFocused();
    await expect(customers.line).toHaveValue('李四');
    await customers.line.fill('');
    await list.press('Escape');
    await expect(customers.count).toHaveText('1 位');
  });
  await test.step('by the curtain, in the palette', async () => {
    const palette = page.getByRole('combobox', { name: said('palette.placeholder') });
    await list.press('Control+k');
    await palette.fill('张');
    await lookAway();
    await lookAgain();
    await expect(palette).toBeFocused();
    await list.press('Escape');
    await expect(palette).toBeHidden();
  });
  await test.step('by the curtain, in a cell', async () => {
    await typeIntoName('张三丰');
    await lookAway();
    await lookAgain();
    await expect(list.grid).toBeFocused();
    await expect(list.cell('张三丰', 'name')).toBeVisible();
  });
  await test.step('by the lock, in a cell', async () => {
    await typeIntoName('张君宝');
    await frontDoor.lock(page);
    await frontDoor.unlock(page);
    await shell(page).isOpen();
    await shell(page).goTo('customers');
    await expect(list.cell('张君宝', 'name')).toBeVisible();
  });
});
