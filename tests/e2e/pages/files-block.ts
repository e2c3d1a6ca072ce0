import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect } from './expect.ts';
import { said } from './words.ts';

/** The files on a customer's card. */
export function filesBlock(page: Page, card: Locator) {
  const block = card.getByRole('region', { name: said('files.title'), exact: true });
  const open = (name: string) => block.getByRole('button', { name: new RegExp(`(?:查看|Show) ${escaped(name)} `) });
  return {
    block,
    open,
    preview: page.getByRole('dialog'),
    /** Through the file dialog. */
    async choose(...paths: string[]): Promise<void> {
      const choosing = page.waitForEvent('filechooser');
      await block.getByRole('button', { name: said('files.add') }).click();
      await (await choosing).setFiles(paths);
    },
    /** Anywhere on the card. */
    async drop(path: string): Promise<void> {
      await bring(card, 'drop', path, basename(path));
    },
    /** On one of the fields for files. */
    async dropOn(target: Locator, path: string): Promise<void> {
      await bring(target, 'drop', path, basename(path));
    },
    /** As a screenshot comes from the clipboard. */
    async paste(path: string): Promise<void> {
      await bring(card, 'paste', path, 'image.png');
    },
    async choosing(name: string, entry: RegExp): Promise<void> {
      await block
        .getByRole('button', { name: new RegExp(`${escaped(name)} 的操作|Actions for ${escaped(name)}`) })
        .click();
      await page.getByRole('menuitem', { name: entry }).click();
    },
    async expectNames(...names: string[]): Promise<void> {
      for (const name of names) await expect(open(name)).toBeVisible();
    },
  };
}

async function bring(card: Locator, how: 'drop' | 'paste', path: string, name: string): Promise<void> {
  const base64 = readFileSync(path).toString('base64');
  await card.evaluate(
    (element, given) => {
      const bytes = Uint8Array.from(atob(given.base64), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], given.name, { type: 'image/png' }));
      const shared = { bubbles: true, cancelable: true };
      if (given.how === 'paste') {
        window.dispatchEvent(new ClipboardEvent('paste', { ...shared, clipboardData: data }));
        return;
      }
      element.dispatchEvent(new DragEvent('dragover', { ...shared, dataTransfer: data }));
      element.dispatchEvent(new DragEvent('drop', { ...shared, dataTransfer: data }));
    },
    { how, base64, name },
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
