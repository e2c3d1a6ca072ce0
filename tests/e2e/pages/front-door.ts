import type { Locator, Page } from 'playwright/test';
import { expect } from './expect.ts';

export const passphrase = '大雁塔下 correct horse 面馆';
export const nextPassphrase = '青石板路 rainy evening 茶馆';
/** Of the archives that older versions of Kebu wrote. */
export const goldenPassphrase = 'quiet river under stone';

export const passphrases = [passphrase, nextPassphrase, goldenPassphrase] as const;

/** The pages before the archive is open, as a person works them. Both languages. */
export const frontDoor = {
  /** Chooses a door and a passphrase; returns the groups of the paper key as they are shown. */
  async createArchive(page: Page, door: RegExp = /记下第一位客户|Type the first customer/): Promise<string[]> {
    await page.getByRole('radio', { name: door }).check({ force: true });
    await page.getByLabel(/^(密码|Passphrase)$/).fill(passphrase);
    await page.getByRole('button', { name: /建立档案|Create the archive/ }).click();
    await expect(page.getByRole('heading', { name: /纸质密钥|Paper key/ })).toBeVisible();
    return page.getByRole('main').locator('ol code').allTextContents();
  },

  /** Types the two groups that are asked for, or something else in the place of one. */
  async typeGroups(where: Page | Locator, groups: readonly string[], wrong?: 'first' | 'second'): Promise<void> {
    const fields = where.getByLabel(/^第 \d+ 组$|^Group \d+$/);
    await expect(fields).toHaveCount(2);
    for (const [at, field] of (await fields.all()).entries()) {
      const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
      const group = groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '';
      const isWrong = wrong === (at === 0 ? 'first' : 'second');
      await field.fill(isWrong ? 'QQQQ' : ` ${group.toLowerCase()} `);
    }
  },

  async confirmPaperKey(page: Page, groups: readonly string[], wrong?: 'first' | 'second'): Promise<void> {
    await this.typeGroups(page, groups, wrong);
    await page.getByRole('button', { name: /进入客簿|Open Kebu/ }).click();
  },

  /** From the first page through a door to where it leads; returns the groups of the paper key. */
  async enterBy(page: Page, door?: RegExp): Promise<string[]> {
    const groups = await frontDoor.createArchive(page, door);
    await frontDoor.confirmPaperKey(page, groups);
    return groups;
  },

  /** From the first page to the open archive and past its first offer; returns the groups of its paper key. */
  async enter(page: Page): Promise<string[]> {
    const groups = await frontDoor.enterBy(page);
    await frontDoor.declineFirstCustomer(page);
    return groups;
  },

  /** Puts aside what the door “type the first customer” opens, as soon as it is there. */
  async declineFirstCustomer(page: Page): Promise<void> {
    const offer = page.getByRole('dialog', { name: /新客户|New customer/ });
    await expect(offer).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(offer).toBeHidden();
  },

  /** To the open archive, past its first offer: through the lock of the one that lies there, or by making one. */
  async open(page: Page): Promise<void> {
    const locked = page.getByRole('heading', { name: /客簿已锁定|Kebu is locked/ });
    const first = page.getByRole('button', { name: /建立档案|Create the archive/ });
    await expect(locked.or(first)).toBeVisible();
    if (await first.isVisible()) {
      await frontDoor.enter(page);
      return;
    }
    await frontDoor.unlock(page);
    await expect(page.getByRole('navigation')).toBeVisible();
  },

  /** From the first page: opens the backup that the prepared answer names, looks at what is in it, and restores it. */
  async restore(page: Page, typed: string, look: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    await page.getByRole('button', { name: /我有备份|I have a backup/ }).click();
    await page.getByRole('button', { name: /选择备份文件|Choose a backup file/ }).click();
    await frontDoor.unlock(page, typed);
    const apply = page.getByRole('button', { name: /恢复这些内容|Restore this/ });
    await expect(apply).toBeVisible({ timeout: 60_000 });
    await look();
    await apply.click();
  },

  async lock(page: Page): Promise<void> {
    await page.keyboard.press('Control+Shift+L');
    await expect(page.getByRole('heading', { name: /客簿已锁定|Kebu is locked/ })).toBeVisible();
  },

  async unlock(page: Page, typed: string = passphrase): Promise<void> {
    await page.getByLabel(/^(密码|Passphrase)$/).fill(typed);
    await page.keyboard.press('Enter');
  },
};
