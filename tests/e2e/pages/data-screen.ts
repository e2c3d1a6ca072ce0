import type { Locator, Page } from 'playwright/test';
import { expect } from './expect.ts';
import { screenOf } from './screen.ts';
import { said, saidLast } from './words.ts';

/** The four numbers that account for every row. */
export interface Receipt {
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
}
const outcomes = ['created', 'updated', 'skipped', 'failed'] as const;

/** Bringing files in: choose, look, try out, import. */
export function dataScreen(page: Page) {
  const screen = screenOf(page, 'imports.title');
  const preview = screen.getByRole('heading', { name: said('data.preview.title') });
  const plan = screen.getByRole('heading', { name: said('data.plan.title') });
  const done = screen.getByRole('heading', { name: said('data.done.title') });
  const refusal = screen.getByRole('alert');
  const button = (key: Parameters<typeof said>[0]): Locator => screen.getByRole('button', { name: said(key) });
  return {
    screen,
    preview,
    plan,
    done,
    refusal,
    /** Hands a file over as the system's dialog does. */
    async choose(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
      await screen.locator('input[type=file]').setInputFiles(file);
    },
    /** Chooses a file that is expected to be readable, and waits for what was understood of it. */
    async look(path: string): Promise<void> {
      await this.choose(path);
      await expect(preview).toBeVisible({ timeout: 60_000 });
    },
    /** Waits until all files of the practice shop are in. */
    async practiceIsLoaded(): Promise<void> {
      await expect(page.getByText(said('data.practice.done')).first()).toBeVisible({ timeout: 90_000 });
    },
    /** How many rows were read, and how many of them are about a customer of an earlier row. */
    async readPreview(): Promise<{ rowsRead: number; duplicates: number }> {
      const rows = await preview.locator('xpath=following-sibling::p').textContent();
      const note = screen.getByText(/行与前面的行是同一位客户$|about a customer of an earlier row$/);
      const duplicates = (await note.count()) > 0 ? await note.textContent() : '0';
      const digits = (text: string | null): number => Number(text?.replaceAll(/\D/g, ''));
      return { rowsRead: digits(rows), duplicates: digits(duplicates) };
    },
    async tryOut(): Promise<Receipt> {
      await button('data.check').click();
      await expect(plan).toBeVisible({ timeout: 60_000 });
      return this.readCounts();
    },
    async write(): Promise<Receipt> {
      await button('data.import').click();
      await expect(done).toBeVisible({ timeout: 60_000 });
      return this.readCounts();
    },
    /** From the file to the receipt, with everything as it was guessed. */
    async importFile(path: string): Promise<Receipt> {
      await this.look(path);
      await this.tryOut();
      const receipt = await this.write();
      await this.another();
      return receipt;
    },
    /** From what would happen back to what was understood. */
    async back(): Promise<void> {
      await button('data.back').click();
      await expect(preview).toBeVisible();
    },
    /** Leaves the file; a cancelled one leaves no trace. */
    async another(): Promise<void> {
      await button('data.other').click();
      await expect(button('data.drop.choose')).toBeVisible();
    },
    /** Whether the last purchase and the total of each become a sale. */
    openings: screen.getByRole('switch', { name: said('data.opening') }),
    /** Whether there is anything to write. */
    importButton: button('data.import'),
    /** Stops what is under way. */
    cancelButton: button('data.cancel'),
    /** Where the next file comes in. */
    door: button('data.drop.choose'),
    /** Imports that were made before, newest first. */
    receipts: screen
      .getByRole('region', { name: said('data.receipts') })
      .or(screen.locator('section').filter({ has: page.getByRole('heading', { name: said('data.receipts') }) }))
      .getByRole('listitem'),
    /** The first rows as they were understood: `客户名称 张三 电话 …` each. */
    understood: screen
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: said('data.preview.understood') }) })
      .getByRole('listitem'),
    async chooseEncoding(encoding: string): Promise<void> {
      await screen.getByRole('button', { name: saidLast('data.preview.encoding') }).click();
      await page.getByRole('option', { name: encoding, exact: true }).click();
    },
    /** The file must be refused: waits for what is said, and for the door to be there for another one. */
    async refuse(file: Parameters<typeof this.choose>[0]): Promise<string> {
      await this.choose(file);
      await expect(refusal).toBeVisible({ timeout: 60_000 });
      await expect(this.door).toBeVisible();
      const text = (await refusal.innerText()).replaceAll(/\s+/g, ' ').trim();
      await refusal.getByRole('button').click();
      await expect(refusal).toBeHidden();
      return text;
    },
    /** Puts cells of a row right, from the list of what was noticed. */
    async mend(line: number, cells: Readonly<Record<string, string>>): Promise<void> {
      await screen.locator('summary').first().click();
      await screen
        .getByRole('button', { name: new RegExp(`(?:第 ${String(line)} 行|Row ${String(line)})$`) })
        .first()
        .press('Enter');
      const dialog = page.getByRole('dialog', { name: said('data.problem.line', { line, unit: 'row' }) });
      for (const [header, text] of Object.entries(cells)) await dialog.getByLabel(header, { exact: true }).fill(text);
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
    },
    async saveFailedRows(): Promise<void> {
      await button('data.saveFailed').click();
    },
    async readCounts(): Promise<Receipt> {
      const read = async (outcome: (typeof outcomes)[number]): Promise<[string, number]> => {
        const text = await screen.locator(`[data-outcome=${outcome}] dd`).first().textContent();
        return [outcome, Number(text?.replaceAll(/\D/g, ''))];
      };
      return Object.fromEntries(await Promise.all(outcomes.map(read))) as unknown as Receipt;
    },
  };
}
